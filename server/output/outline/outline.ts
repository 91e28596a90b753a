import type { Language } from '@samskriv/shared/base'
import type { Values } from '@samskriv/shared/document'
import type { RichTextNode } from '@samskriv/shared/rich-text'
import type { ContactField, Field, GroupField, Section } from '@samskriv/shared/template'
import type { LoadedInput } from '../input.ts'
import { filled, wordsOf } from '../words.ts'
import type { Block, Cell, Outline } from './block.ts'
import { cellOf, openMarks, type ShortField } from './cell.ts'
import { osloText } from './numbers.ts'
import { clusterTable, contactTable, fixedTable, freeTable, itemsOf, type Place, sumAnswer } from './table.ts'

type SumField = Extract<Field, { kind: 'sum' }>
type ClusterField = ShortField | SumField
interface Run { readonly fields: readonly Field[], readonly blocks: (place: Place, values: Values) => readonly Block[] }

const isContact = (field: Field): field is ContactField => field.kind === 'contact'
const clusterable = (field: Field): field is ClusterField => !['contact', 'group', 'richText', 'fixedTable', 'freeTable'].includes(field.kind)
const isRichText = (value: unknown): value is RichTextNode => typeof value === 'object' && value !== null && 'type' in value && value.type === 'doc'

const fact = (question: string, answer: Cell): Block => ({ kind: 'facts', facts: [{ question, answer }] })

function shortAnswer (field: ClusterField, values: Values, language: Language): Block {
  if (field.kind === 'sum') return fact(field.label[language], sumAnswer(field, values))
  const value = values[field.id]
  const open = value === undefined ? openMarks(field, language) : null
  // An unanswered matter of ticking keeps its boxes, so that nobody wonders what could have been answered.
  const answer: Cell = open === null ? cellOf(field, value, language) : { kind: 'marks', marks: open, stacked: field.kind !== 'yesNo' }
  return fact(field.label[language], answer)
}

function groupBlocks (field: GroupField, values: Values, language: Language): Block[] {
  const items = itemsOf(values[field.id])
  if (items.length === 0) return [fact(field.label[language], { kind: 'empty' })]
  return items.flatMap((item, index) => {
    const name = item.values[field.nameField]
    const number = filled(field.itemLabel[language], { n: index + 1 })
    const text = typeof name === 'string' && name.trim() !== '' ? `${number}: ${name}` : number
    const heading: Block = { kind: 'heading', level: 2, text, newPage: true }
    return [heading, ...fieldBlocks(field.fields, item.values, { language, level: 3 })]
  })
}

function fieldBlock (field: Field, values: Values, place: Place): readonly Block[] {
  const { language, level } = place
  const value = values[field.id]
  const question = field.label[language]
  const unanswered = [fact(question, { kind: 'empty' })]
  switch (field.kind) {
    case 'richText': return [{ kind: 'rich', question, level, node: isRichText(value) ? value : null }]
    case 'fixedTable': return value === undefined ? unanswered : [fixedTable(field, value, place)]
    case 'freeTable': return itemsOf(value).length === 0 ? unanswered : [freeTable(field, itemsOf(value), place)]
    case 'group': return groupBlocks(field, values, language)
    case 'contact': return contactBlocks([field], values, place)
    default: return [shortAnswer(field, values, language)]
  }
}

function contactBlocks (fields: readonly ContactField[], values: Values, place: Place): readonly Block[] {
  const none = fields.every(field => values[field.id] === undefined)
  return none ? fields.map(field => fact(field.label[place.language], { kind: 'empty' })) : [contactTable(fields, values, place)]
}

function clusterBlocks (fields: readonly ClusterField[], heading: string, values: Values, place: Place): readonly Block[] {
  const none = fields.every(field => values[field.id] === undefined)
  return none ? [fact(heading, { kind: 'empty' })] : [clusterTable(fields, values, heading, place)]
}

/** From `start`, the neighbours that stand in one table: contact persons, or one cluster. Else the one field alone. */
function runAt (fields: readonly Field[], start: number): Run {
  const rest = fields.slice(start)
  const neighbours = <T extends Field>(fits: (field: Field) => field is T): T[] => {
    const run: T[] = []
    for (const field of rest) {
      if (!fits(field)) break
      run.push(field)
    }
    return run
  }
  const contacts = neighbours(isContact)
  if (contacts.length > 0) return { fields: contacts, blocks: (place, values) => contactBlocks(contacts, values, place) }
  const cluster = rest[0]?.cluster
  const together = cluster === undefined ? [] : neighbours((field): field is ClusterField => clusterable(field) && field.cluster?.id === cluster.id)
  if (cluster !== undefined && together.length > 1) {
    return { fields: together, blocks: (place, values) => clusterBlocks(together, cluster.label[place.language], values, place) }
  }
  return { fields: rest.slice(0, 1), blocks: (place, values) => rest.slice(0, 1).flatMap(field => fieldBlock(field, values, place)) }
}

function fieldBlocks (fields: readonly Field[], values: Values, place: Place): Block[] {
  const blocks: Block[] = []
  for (let start = 0; start < fields.length;) {
    const run = runAt(fields, start)
    blocks.push(...run.blocks(place, values))
    start += run.fields.length
  }
  return blocks
}

// Short answers one after the other are one list of facts.
function withFactsTogether (blocks: readonly Block[]): Block[] {
  const result: Block[] = []
  for (const block of blocks) {
    const last = result.at(-1)
    if (block.kind === 'facts' && last?.kind === 'facts') result[result.length - 1] = { kind: 'facts', facts: [...last.facts, ...block.facts] }
    else result.push(block)
  }
  return result
}

function sectionBlocks (section: Section, values: Values, language: Language): Block[] {
  const title = section.title[language]
  const blocks = withFactsTogether(fieldBlocks(section.fields, values, { language, level: 2 }))
  const [first, ...rest] = blocks
  // The section's heading goes with its first tiltak to a new page: it would be left behind alone otherwise.
  const leads = first?.kind === 'heading' && first.newPage
  const heading: Block = { kind: 'heading', level: 1, text: title, newPage: leads }
  return leads ? [heading, { ...first, newPage: false }, ...rest] : [heading, ...blocks]
}

// What comes after the last tiltak does not belong to it: it starts a page of its own.
function withPageAfterItems (sections: readonly (readonly Block[])[]): Block[] {
  return sections.flatMap((blocks, index) => {
    const [heading, ...rest] = blocks
    const afterItems = sections[index - 1]?.some(block => block.kind === 'heading' && block.level === 2) ?? false
    return heading?.kind === 'heading' && afterItems ? [{ ...heading, newPage: true }, ...rest] : blocks
  })
}

/** Walks the form once: a version as the blocks every kind of document is made of. */
export function outlineOf ({ meta, body, template, language }: Pick<LoadedInput, 'meta' | 'body' | 'template' | 'language'>): Outline {
  const words = wordsOf[language]
  const sections = template.sections.map(section => sectionBlocks(section, body.values, language))
  return {
    title: template.title[language],
    issuer: template.issuer[language],
    stamp: filled(words.moment, { n: meta.number, kind: words.kinds[meta.kind], ...osloText(meta.at, language) }),
    footer: filled(words.footer, { n: meta.number, hash: meta.hash }),
    at: meta.at,
    blocks: withPageAfterItems(sections),
  }
}
