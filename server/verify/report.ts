import type { AuditFault } from '@samskriv/shared/api'
import { isWhole, type Checked, type HeadFound } from './check.ts'
import type { RoundFault } from './rounds.ts'
import type { VersionFault } from '../frozen/index.ts'
import type { DeliveryFault } from './deliveries.ts'

const auditFaults: Readonly<Record<AuditFault, string>> = {
  'changed': 'its content is not what was hashed',
  'unreadable': 'its bytes cannot be read as an entry',
  'missing': 'it is not there, though later ones are',
  'unchained': 'it does not carry the hash of the one before: this one or that one was replaced',
  'cut-off': 'the log ends before it, though audit-head.json knows of it or a later one',
  'replaced': 'it is whole, but not the one audit-head.json knows: the log was written anew',
}

const versionFaults: Readonly<Record<VersionFault, string>> = {
  number: 'a version before it is missing',
  chain: 'it does not carry the hash of the version before',
  file: 'its file is gone, or no longer has its hash',
  content: 'its file says something else than its record',
}

const deliveryFaults: Readonly<Record<DeliveryFault, string>> = {
  package: 'its package is gone, or no longer has its hash',
  key: 'the key it is signed with is not one the audit log says was made here',
  seal: 'its package is not as it was signed: see npm run check-package',
  record: 'its package says something else than its record, or than the version there is',
}

const roundFaults: Readonly<Record<RoundFault, string>> = {
  gone: 'it is not there, though the audit log says it was opened',
  version: 'the version it is about is gone, or another one',
  opened: 'it is about another version than the one the audit log says it was opened on',
  deadline: 'its deadline, or what it was before, is not as the audit log says',
  closed: 'it was not closed as the audit log says',
  protokoll: 'its protokoll is gone, no longer has its hash, or is about something else',
  stance: 'a stance in it is gone, changed, or withdrawn without a step in the audit log',
}

const heads: Readonly<Record<HeadFound, string>> = {
  found: '',
  absent: 'audit-head.json is not there: whether the end of the log was cut off can no longer be told.',
  damaged: 'audit-head.json is damaged: whether the end of the log was cut off can no longer be told.',
}

const many = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`

/** What was looked at and what was found, for the operator: lines of plain English, nothing out of a form in them. */
export function report (checked: Checked): readonly string[] {
  const { audit, head, entries, versions, behovsmeldinger, versionFindings, otherThanAudited, images, imageFindings, deliveries } = checked
  const wrongVersions = [
    ...versionFindings.map(({ behovsmelding, number, fault }) => `version ${number} of behovsmelding ${behovsmelding}: ${versionFaults[fault]}`),
    ...otherThanAudited.map(id => `version ${id}: gone, or not the one the audit log says was locked`),
  ]
  const wrongRounds = checked.roundFindings.map(({ behovsmelding, round, fault }) => `round ${round} of behovsmelding ${behovsmelding}: ${roundFaults[fault]}`)
  const wrongDeliveries = [
    ...checked.deliveryFindings.map(({ behovsmelding, number, fault }) => `delivery ${number} of behovsmelding ${behovsmelding}: ${deliveryFaults[fault]}`),
    ...checked.otherThanDelivered.map(id => `delivery ${id}: gone, or not with the package the audit log says was delivered`),
  ]
  const wrongImages = imageFindings.map(({ behovsmelding, hash }) => `image ${hash} of behovsmelding ${behovsmelding}: its file is gone, or no longer has its hash`)
  return [
    audit.ok
      ? `Audit log: ${many(entries, 'entry', 'entries')}, the chain is whole${entries === 0 ? '' : `. The last one: number ${audit.head.number}, hash ${audit.head.hash}`}`
      : `Audit log: WRONG at entry ${audit.number}: ${auditFaults[audit.why]} (${many(entries, 'entry', 'entries')} before it ${entries === 1 ? 'is' : 'are'} whole)`,
    ...(heads[head] === '' ? [] : [`Audit log: WRONG: ${heads[head]}`]),
    `Versions: ${versions} of ${many(behovsmeldinger, 'behovsmelding', 'behovsmeldinger')}, ${wrongVersions.length === 0 ? 'chains and files are whole' : `${wrongVersions.length} WRONG`}`,
    ...wrongVersions.map(line => `  ${line}`),
    `Rounds: ${checked.rounds} with ${many(checked.stances, 'stance')}, ${wrongRounds.length === 0 ? 'all as they were given, each protokoll whole' : `${wrongRounds.length} WRONG`}`,
    ...wrongRounds.map(line => `  ${line}`),
    `Deliveries: ${deliveries}, ${wrongDeliveries.length === 0 ? 'packages and signatures are whole' : `${wrongDeliveries.length} WRONG`}`,
    ...wrongDeliveries.map(line => `  ${line}`),
    `Images: ${images}, ${wrongImages.length === 0 ? 'all whole' : `${wrongImages.length} WRONG`}`,
    ...wrongImages.map(line => `  ${line}`),
    isWhole(checked) ? 'All is as it was made.' : 'Not all is as it was made. Keep a copy of the data folder as it is now, and find out who or what changed it.',
  ]
}
