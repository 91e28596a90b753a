import { situationOf, whyNot, type CommandKind, type RecordChange } from '@samskriv/shared/workflow'
import { caseTime, planCases, type PlanCase } from '@samskriv/shared/workflow/testing'
import { describe, expect, it } from 'vitest'
import { medbestemmelseView } from '../medbestemmelse/index.ts'
import type { House } from './house.ts'
import { fakeLive } from './testing/fake-live.ts'
import { memoryStore } from './testing/memory-store.ts'
import { behovsmeldingView, meView } from './view.ts'

/** What a page asks about before it shows a button as one that works (`asking`, `useRights`). */
const asked: ReadonlySet<CommandKind> = new Set<CommandKind>([
  'lock', 'reopen', 'deliver', 'name-version', 'restore', 'invite', 'remove-member', 'open-round', 'move-deadline', 'close-round', 'give-stance', 'withdraw-stance',
])

// The situation as records, with a person for each member.
function recordsOf ({ situation }: PlanCase): readonly RecordChange[] {
  const { person, behovsmelding, members, versions, deliveries, rounds, stances, readings } = situation
  const people = members.map(({ personId }) => person?.id === personId ? person : { id: personId, name: personId, language: 'nb' as const, admin: false, mayStart: false, createdAt: '' })
  return [
    ...people.map(put => ({ table: 'people' as const, put })),
    ...(behovsmelding === null ? [] : [{ table: 'behovsmeldinger' as const, put: behovsmelding }]),
    ...members.map(put => ({ table: 'memberships' as const, put })),
    ...versions.map(put => ({ table: 'versions' as const, put })),
    ...deliveries.map(put => ({ table: 'deliveries' as const, put })),
    ...rounds.map(put => ({ table: 'rounds' as const, put })),
    ...stances.map(put => ({ table: 'stances' as const, put })),
    ...readings.map(put => ({ table: 'readings' as const, put })),
  ]
}

describe('a button of the page', () => {
  for (const each of planCases) {
    const { person, behovsmelding, members } = each.situation
    const role = members.find(member => member.personId === person?.id)?.role
    if (!asked.has(each.command.kind) || person === null || behovsmelding === null || role === undefined) continue
    it(`is grey for the reason the server would give: ${each.says}`, async () => {
      const store = memoryStore()
      await store.commit({ changes: recordsOf(each) })
      const house = { parts: { store, live: fakeLive() }, workflow: { now: () => caseTime } } as unknown as House
      const view = behovsmeldingView(house, { behovsmelding, person, role })
      const known = situationOf(view, meView(person), medbestemmelseView(store, behovsmelding.id, person.id))
      expect(whyNot(known, each.command, caseTime)).toEqual(each.refusal)
    })
  }
})
