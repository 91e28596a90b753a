import type { CommentPlace, ThreadView } from '@samskriv/shared/api'
import type { Template } from '@samskriv/shared/template'
import type { CommentTarget, Tally } from '../../form/comments.ts'
import { namesUnread, unreadIn } from '../thread/unread.ts'
import type { Anchors } from '../words/anchors.ts'

/** How many threads stand where, by place: `§section`, a key and every key above it, `` for the whole, with `!` only what is on the place itself; `*` for all there are. */
export type Tallies = ReadonlyMap<string, Tally>

const nothing: Tally = { open: 0, unread: 0, naming: 0 }

const nameOf = (target: CommentTarget): string => target.kind === 'whole' ? '' : target.kind === 'section' ? `§${target.section}` : target.key

const ownName = (place: CommentPlace): readonly string[] => place.kind === 'text' ? [] : [`!${nameOf(place)}`]

// Everything a place lies in: a cell counts in its table, its item, and its section.
function namesOf (template: Template, place: CommentPlace, anchors: Anchors, thread: string): readonly string[] {
  if (place.kind === 'whole') return ['']
  if (place.kind === 'section') return [`§${place.section}`]
  const ids = (anchors.get(thread)?.key ?? place.key).split('/')
  const section = template.sections.find(each => each.fields.some(field => field.id === ids[0]))
  return [...ids.map((_id, at) => ids.slice(0, at + 1).join('/')), ...(section === undefined ? [] : [`§${section.id}`])]
}

/** Counts the threads at each place, where their words stand now. What has not changed since `before` is the same object. */
export function tally (template: Template, threads: readonly ThreadView[], anchors: Anchors, personId: string, before: Tallies): Tallies {
  const counts = new Map<string, { open: number, unread: number, naming: number }>()
  for (const thread of threads) {
    const unread = unreadIn(thread, personId) > 0 ? 1 : 0
    const naming = namesUnread(thread, personId) ? 1 : 0
    const open = thread.resolution === null ? 1 : 0
    if (open + unread === 0) continue
    for (const name of ['*', ...ownName(thread.place), ...namesOf(template, thread.place, anchors, thread.id)]) {
      const count = counts.get(name) ?? { ...nothing }
      count.open += open
      count.unread += unread
      count.naming += naming
      counts.set(name, count)
    }
  }
  return new Map([...counts].map(([name, count]) => {
    const old = before.get(name)
    return [name, old !== undefined && old.open === count.open && old.unread === count.unread && old.naming === count.naming ? old : count]
  }))
}

/** How many there are all in all. */
export function tallyOfAll (tallies: Tallies): Tally { return tallies.get('*') ?? nothing }

/** What is counted at a place. */
export function tallyAt (tallies: Tallies, target: CommentTarget, own = false): Tally { return tallies.get(own ? `!${nameOf(target)}` : nameOf(target)) ?? nothing }

/** Whether a thread stands at a place, or in something inside it. */
export function standsAt (template: Template, { id, place }: ThreadView, anchors: Anchors, target: CommentTarget): boolean {
  return namesOf(template, place, anchors, id).includes(nameOf(target))
}
