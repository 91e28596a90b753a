import { itemIds, itemsOf, removedOf } from '@samskriv/shared/document'
import type { Finding } from '@samskriv/shared/rules'
import type { Field, GroupField, Section, Template } from '@samskriv/shared/template'
import { useCallback, useMemo, useRef, useSyncExternalStore } from 'react'
import type { Home } from '../../editor/index.ts'
import type { Present } from '../../live/session.ts'
import { elementId } from '../element-id.ts'
import { findingsOf } from '../live/findings.ts'
import { peopleOf } from '../live/people.ts'
import { watchList } from '../live/watch-map.ts'

/** An item of a group in the outline. `key`: group/item, for `revealField`. */
export interface OutlineItem {
  readonly key: string
  readonly group: GroupField
  readonly id: string
  readonly number: number
  /** Id of its element. */
  readonly anchor: string
  /** How many answers the form asks for are missing here. */
  readonly missing: number
  /** How much here cannot be right, or stops a lock. */
  readonly wrong: number
  readonly people: readonly Present[]
}

/** A section in the outline, with the items of its groups. Its counts and people include its items'. */
export interface OutlineSection {
  readonly section: Section
  readonly anchor: string
  readonly missing: number
  readonly wrong: number
  readonly people: readonly Present[]
  readonly items: readonly OutlineItem[]
}

const isMissing = (finding: Finding): boolean => finding.code === 'missing' || finding.code === 'answer-follows'
const isIn = (prefixes: readonly string[]) => (finding: Finding): boolean => prefixes.some(prefix => finding.key === prefix || finding.key.startsWith(`${prefix}/`))
const isGroup = (field: Field): field is GroupField => field.kind === 'group'

/** What is in the form, what is missing where, and who is where, at this moment. */
export function outlineOf (template: Template, home: Home, findings: readonly Finding[]): readonly OutlineSection[] {
  const people = peopleOf(home.present)
  const about = (prefixes: readonly string[]): Pick<OutlineItem, 'missing' | 'wrong' | 'people'> => {
    const here = findings.filter(isIn(prefixes))
    const missing = here.filter(isMissing).length
    return { missing, wrong: here.length - missing, people: people.under(prefixes) }
  }
  return template.sections.map(section => ({
    section,
    anchor: elementId.section(section.id),
    ...about(section.fields.map(field => field.id)),
    items: section.fields.filter(isGroup).flatMap(group => itemIds(home.doc, group.id).map((id, index) => ({
      key: `${group.id}/${id}`, group, id, number: index + 1, anchor: elementId.item(group.id, id), ...about([`${group.id}/${id}`]),
    }))),
  }))
}

const sign = (outline: readonly OutlineSection[]): string => JSON.stringify(outline.map(({ anchor, missing, wrong, people, items }) => [
  anchor, missing, wrong, people.map(each => [each.clientId, each.place]),
  items.map(item => [item.key, item.number, item.missing, item.wrong, item.people.map(each => [each.clientId, each.place])]),
]))

/** The outline, kept up to date; the same array until something in it changes. */
export function useOutline (template: Template, home: Home): readonly OutlineSection[] {
  const findings = findingsOf(template, home.doc)
  const last = useRef<{ readonly text: string, readonly outline: readonly OutlineSection[] } | null>(null)
  const groups = useMemo(() => template.sections.flatMap(section => section.fields).filter(isGroup).map(group => group.id), [template])
  const watch = useCallback((changed: () => void) => {
    const lists = groups.flatMap(group => [watchList(itemsOf(home.doc), group, changed), watchList(removedOf(home.doc), group, changed)])
    const stops = [...lists, findings.watch(changed), peopleOf(home.present).watch(changed)]
    return () => { for (const stop of stops) stop() }
  }, [groups, home, findings])
  return useSyncExternalStore(watch, () => {
    const outline = outlineOf(template, home, findings.all())
    const text = sign(outline)
    if (last.current?.text !== text) last.current = { text, outline }
    return last.current.outline
  })
}
