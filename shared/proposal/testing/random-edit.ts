import type { Item, Value, Values } from '../../document/index.ts'
import type { RichTextNode } from '../../rich-text/index.ts'
import type { Field } from '../../template/index.ts'
import { b, bullets, h, p, rich, type Random } from '../../testing/index.ts'

let words = 0
const word = (random: Random): string => `${random.pick(['ord', 'løfte', 'nettverk', 'møte', 'barn'])}${words++}`
const sentence = (random: Random): string => Array.from({ length: 2 + random.below(8) }, () => word(random)).join(' ')

function block (random: Random): RichTextNode {
  switch (random.below(5)) {
    case 0: return h(sentence(random))
    case 1: return bullets(sentence(random), sentence(random))
    case 2: return p(`${sentence(random)} `, b(word(random)), ` ${sentence(random)}.`)
    default: return p(`${sentence(random)}.`)
  }
}

/** A rich text nobody has written. */
export function randomText (random: Random): RichTextNode {
  return rich(...Array.from({ length: 1 + random.below(5) }, () => block(random)))
}

function editText (text: string, random: Random): string {
  const parts = text.split(' ')
  const at = random.below(parts.length)
  switch (random.below(3)) {
    case 0: return [...parts.slice(0, at), word(random), ...parts.slice(at)].join(' ')
    case 1: return parts.length > 3 ? parts.toSpliced(at, 1).join(' ') : `${text} ${word(random)}`
    default: return parts.with(at, word(random)).join(' ')
  }
}

function editNode (node: RichTextNode, random: Random): RichTextNode {
  if (node.type === 'text') return { ...node, text: editText(node.text ?? '', random) }
  const content = node.content ?? []
  const at = random.below(content.length)
  const child = content[at]
  return child === undefined ? node : { ...node, content: content.with(at, editNode(child, random)) }
}

/** The text after somebody wrote in it: a word here, a block there. */
export function editedText (text: RichTextNode, random: Random): RichTextNode {
  const blocks = text.content ?? []
  const at = random.below(blocks.length)
  switch (random.below(4)) {
    case 0: return { ...text, content: blocks.toSpliced(at, 0, block(random)) }
    case 1: return blocks.length > 1 ? { ...text, content: blocks.toSpliced(at, 1) } : { ...text, content: [...blocks, block(random)] }
    default: return editNode(text, random)
  }
}

function someAnswer (field: Field, was: Value | undefined, random: Random): Value | null {
  if (random.below(6) === 0) return null
  switch (field.kind) {
    case 'text': return sentence(random)
    case 'richText': return was === undefined ? randomText(random) : editedText(was as RichTextNode, random)
    case 'amount': return 1000 * random.below(900)
    case 'percentage': return random.below(101)
    case 'integer': return random.below(50)
    case 'yesNo': return random.below(2) === 0
    case 'choice': return field.options[random.below(field.options.length)]?.id ?? null
    case 'choices': { const ids = field.options.map(option => option.id).filter(() => random.below(2) === 0); return ids.length === 0 ? null : ids }
    case 'date': return `2026-0${1 + random.below(9)}-1${random.below(10)}`
    case 'contact': return editedValues(field.parts, (was ?? {}) as Values, random, 2)
    case 'fixedTable': {
      const row = field.rows[random.below(field.rows.length)]
      if (row === undefined) return was ?? null
      const rows = (was ?? {}) as Record<string, Values>
      return { ...rows, [row.id]: editedValues(field.columns, rows[row.id] ?? {}, random, 1) }
    }
    case 'freeTable': return editedItems(field.columns, (was ?? []) as readonly Item[], random)
    case 'group': return editedItems(field.fields, (was ?? []) as readonly Item[], random)
    default: return was ?? null
  }
}

function editedItems (fields: readonly Field[], items: readonly Item[], random: Random): readonly Item[] {
  const at = random.below(Math.max(1, items.length))
  const item = items[at]
  const added: Item = { id: `ny${words++}`, values: editedValues(fields, {}, random, 3) }
  switch (random.below(5)) {
    case 0: return items.toSpliced(at, 0, added)
    case 1: return items.length > 1 ? items.toSpliced(at, 1) : [...items, added]
    case 2: return item === undefined ? [added] : [...items.toSpliced(at, 1), item]
    default: return item === undefined ? [added] : items.with(at, { ...item, values: editedValues(fields, item.values, random, 2) })
  }
}

/** The values after somebody wrote in so many places. Empty answers are absent, as `project` gives them. */
export function editedValues (fields: readonly Field[], values: Values, random: Random, edits: number): Values {
  const edited: Record<string, Value> = { ...values }
  for (let n = 0; n < edits; n++) {
    const field = fields[random.below(fields.length)]
    if (field === undefined || field.kind === 'sum' || field.kind === 'attachment') continue
    const value = someAnswer(field, edited[field.id], random)
    const isNothing = value === null || (typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length === 0)
    if (isNothing) delete edited[field.id]
    else edited[field.id] = value
  }
  return edited
}
