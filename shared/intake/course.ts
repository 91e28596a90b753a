import { keyOf } from '../document/index.ts'
import { labelAt, type Field, type GroupField, type Template } from '../template/index.ts'
import { createFiller, type Filler } from './filler.ts'
import type { Gather } from './gather.ts'
import { itemLabels, labelHits, labelWords, topLabels, type Label, type LabelHit } from './label.ts'
import type { TableScope } from './table/columns.ts'
import { hasWords, wordsIn } from './word.ts'

interface Group { readonly group: GroupField, readonly labels: readonly Label[], readonly names: readonly (readonly string[])[] }
interface Item { readonly group: GroupField, readonly id: string, order: number, readonly seen: Set<string> }
interface Heading { readonly group: GroupField, readonly written: string, readonly rest: string }

/** Where in the form the reading is: it follows labels and headings, and hands the rest to the filler. */
export interface Course {
  readonly filler: Filler
  /** Every label a line can begin with. */
  readonly labels: readonly Label[]
  /** Takes a line that is no row of a table. `following` is the next line that says something. */
  take (line: string, following: string): void
  /** Where a table met now may belong: the tiltak first, then the form itself. */
  scopes (): readonly TableScope[]
  /** A table of that scope was met, standing at that key. */
  enter (scope: TableScope, key: string): void
}

// Three words or more are a question; fewer may be a word in a sentence.
const long = (label: Label): boolean => label.words.length >= 3

function groupOf (group: GroupField): Group {
  return { group, labels: itemLabels(group), names: labelWords({ label: group.itemLabel }).map(words => words.filter(word => word !== 'n')) }
}

/** Begins at the top of the form. `ids` names new items. */
export function createCourse (template: Template, gather: Gather, ids: () => string): Course {
  const fields: readonly Field[] = template.sections.flatMap(section => section.fields)
  const groups = fields.filter(field => field.kind === 'group').map(groupOf)
  const top = topLabels(template)
  const filler = createFiller(gather)
  let item: Item | null = null
  let [order, section] = [-1, 0]

  const startItem = (group: GroupField): Item => {
    const id = ids()
    const list = [...gather.lists.get(group.id) ?? [], id]
    gather.lists.set(group.id, list)
    const started = { group, id, order: -1, seen: new Set<string>() }
    item = started
    filler.leave(keyOf(group.id, id), group.itemLabel.nb.replace('{n}', String(list.length)))
    return started
  }

  // "Tiltak 2" alone on a line where the second is due, or with the label of the name after it. Inside a running text it
  // may be a reference, so there a question of the tiltak must follow.
  const headingOf = (line: string, following: string, { group, labels, names }: Group): Heading | null => {
    const words = wordsIn(line)
    const name = names.find(one => one.length > 0 && one.every((word, index) => words[index]?.text === word))
    const number = name === undefined ? undefined : words[name.length]
    if (number === undefined || !/^\d{1,3}$/.test(number.text)) return null
    const rest = line.slice(number.end).replace(/^[\s*:]+/, '')
    const asks = (text: string): boolean => labelHits(labels, text).some(hit => hit.label.role === 'field')
    const due = Number(number.text) === (gather.lists.get(group.id)?.length ?? 0) + 1
    const starts = hasWords(rest) ? asks(rest) : asks(following) || (due && !filler.isWriting())
    return starts ? { group, written: line.slice(0, number.end), rest } : null
  }

  const allowedInItem = ({ label }: LabelHit, of: Item): boolean => long(label) || label.role === 'printed' || label.order > of.order

  const allowedAtTop = ({ label, exact }: LabelHit): boolean => {
    if (label.role === 'printed') return exact && !filler.isWriting()
    if (label.role === 'title' && !exact) return false
    if (long(label)) return true
    const here = item === null && label.order > order && (label.section === section || label.section === section + 1)
    return here && (label.role === 'field' || !filler.isWriting())
  }

  const takeItemLabel = (line: string, { group, labels }: Group): boolean => {
    const current = item?.group === group ? item : null
    const found = labelHits(labels, line).find(hit => current === null ? long(hit.label) && hit.label.role === 'field' : allowedInItem(hit, current))
    if (found === undefined) return false
    const field = found.label.field
    const again = field?.id === group.nameField && current?.seen.has(field.id) === true
    const here = current === null || again ? startItem(group) : current
    here.order = Math.max(here.order, found.label.order)
    if (field !== null) here.seen.add(field.id)
    filler.label(found, [group.id, here.id], group.fields, [])
    return true
  }

  const takeTopLabel = (line: string): boolean => {
    const found = labelHits(top, line).find(allowedAtTop)
    if (found === undefined) return false
    const { label } = found
    if (label.role !== 'printed') {
      item = null
      order = Math.max(order, label.order)
      section = label.section
    }
    const siblings = template.sections[label.section]?.fields ?? []
    const later = label.field === null ? [] : siblings.slice(siblings.indexOf(label.field) + 1)
    const tail = filler.label(found, [], siblings, later)
    if (tail !== '') take(tail, '')
    return true
  }

  const take = (line: string, following: string): void => {
    for (const group of groups) {
      const heading = headingOf(line, following, group)
      if (heading === null) continue
      gather.pass('label', heading.written)
      startItem(heading.group)
      if (hasWords(heading.rest)) take(heading.rest, following)
      return
    }
    if (groups.some(group => takeItemLabel(line, group)) || takeTopLabel(line)) return
    filler.text(line)
  }

  return {
    filler,
    labels: [...groups.flatMap(one => one.labels), ...top],
    take,
    scopes: () => item === null ? [{ fields, path: [] }] : [
      { fields: item.group.fields, path: [item.group.id, item.id] },
      { fields: fields.slice(fields.indexOf(item.group) + 1), path: [] },
    ],
    enter (scope, key) {
      if (scope.path.length === 0) item = null
      filler.leave(key, labelAt(template, key, 'nb'))
    },
  }
}
