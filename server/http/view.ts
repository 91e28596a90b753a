import { colorIn, type BehovsmeldingSummary, type BehovsmeldingView, type Me, type Person, type PersonView } from '@samskriv/shared/api'
import { may } from '@samskriv/shared/access'
import { isOpenLink, type DeliveryRecord, type PersonRecord, type VersionRecord } from '@samskriv/shared/workflow'
import type { DeliveryMeta } from '@samskriv/shared/delivery'
import type { VersionMeta } from '@samskriv/shared/version'
import { situationAbout } from '../workflow/index.ts'
import type { House } from './house.ts'
import type { Here } from './member.ts'

/** A person as others see them. */
export function personView ({ id, name, language }: PersonRecord): Person {
  return { id, name, language }
}

/** Who is signed in, as told to themselves. */
export function meView (person: PersonRecord | null): Me {
  return { person: person === null ? null : { ...personView(person), admin: person.admin, mayStart: person.mayStart } }
}

/** A behovsmelding in a list. */
export function summaryView ({ behovsmelding, role }: Pick<Here, 'behovsmelding' | 'role'>): BehovsmeldingSummary {
  const { id, title, template, state, epoch, createdAt, changedAt } = behovsmelding
  return { id, title, template, state, epoch, role, createdAt, changedAt }
}

/** A version without the id of its record. */
export function versionView ({ id: _id, ...meta }: VersionRecord): VersionMeta {
  return meta
}

/** A delivery without the id of its record. */
export function deliveryView ({ id: _id, ...meta }: DeliveryRecord): DeliveryMeta {
  return meta
}

/** One behovsmelding with what surrounds its text. Invitations are shown to those who may invite. */
export function behovsmeldingView (house: House, here: Here): BehovsmeldingView {
  const { behovsmelding, role, person } = here
  const situation = situationAbout(house.parts.store, { personId: person.id, behovsmelding: behovsmelding.id })
  const people = house.parts.store.table('people')
  const online = house.parts.live.online(behovsmelding.id)
  const members = situation.members.flatMap(member => {
    const each = people.get(member.personId)
    return each === undefined ? [] : [{ person: personView(each), role: member.role, since: member.since, online: online.has(each.id), color: colorIn([member], each.id) }]
  })
  const now = house.workflow.now()
  const open = may(role, behovsmelding.state, 'invite') ? situation.links.filter(link => isOpenLink(link, now)) : []
  const invitations = open.flatMap(link => (link.role === undefined ? [] : [{ id: link.handle, role: link.role, note: link.note, expiresAt: link.expiresAt }]))
  const { origin } = behovsmelding
  return { ...summaryView(here), members, invitations, versions: situation.versions.map(versionView), deliveries: situation.deliveries.map(deliveryView), ...(origin === undefined ? {} : { origin }) }
}

/** Everybody, as the administrator sees them, by name. */
export function peopleView (house: House): readonly PersonView[] {
  const counts = new Map<string, number>()
  for (const { personId } of house.parts.store.table('memberships').values()) counts.set(personId, (counts.get(personId) ?? 0) + 1)
  const people = Array.from(house.parts.store.table('people').values(), person => ({
    ...personView(person), admin: person.admin, mayStart: person.mayStart, createdAt: person.createdAt, behovsmeldinger: counts.get(person.id) ?? 0,
  }))
  return people.toSorted((a, b) => a.name.localeCompare(b.name, 'nb'))
}
