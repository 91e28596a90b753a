import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { fill, project, type Item, type Value, type Values } from '../document/index.ts'
import { plainText, type RichTextNode } from '../rich-text/index.ts'
import { richTextSchema } from '../rich-text/schema.ts'
import { check } from '../rules/index.ts'
import { templateById } from '../template/index.ts'
import { largeCharacters, largeTiltak, largeValues, sampleValues } from './index.ts'

const template = templateById('nordland-2024')
if (template === null) throw new Error('the form comes with the product')
const schema = richTextSchema()

const isRich = (value: Value): value is RichTextNode => typeof value === 'object' && !Array.isArray(value) && 'type' in value && value.type === 'doc'
const richIn = (value: Value): RichTextNode[] => {
  if (isRich(value)) return [value]
  if (Array.isArray(value)) return value.flatMap((one: Item | string | object) => typeof one === 'object' && 'values' in one ? richIn(one.values) : [])
  return typeof value === 'object' ? Object.values<Value>(value as Values).flatMap(richIn) : []
}

describe.each([['the sample', sampleValues], ['the large behovsmelding', largeValues(1)]])('%s', (_, values) => {
  it('is rich text that the editor knows', () => {
    const texts = richIn(values)
    expect(texts.length).toBeGreaterThan(15)
    for (const node of texts) schema.nodeFromJSON(node).check()
  })

  it('comes back whole from a live document', () => {
    const doc = new Y.Doc()
    fill(template, doc, values)
    expect(project(template, doc).values).toEqual(values)
  })
})

describe('the sample', () => {
  it('has nothing that cannot be right, and something left to do', () => {
    const codes = new Set(check(template, sampleValues).map(one => one.code))
    expect([...codes].toSorted()).toEqual(['answer-follows', 'missing'])
  })
})

describe('the large behovsmelding', () => {
  it('has twelve tiltak, the characters that were promised, and is the same for the same seed', () => {
    const values = largeValues(7)
    const characters = richIn(values).map(plainText).join('').length
    expect(values.tiltak).toHaveLength(largeTiltak)
    expect(characters).toBeGreaterThanOrEqual(largeCharacters)
    expect(characters).toBeLessThan(largeCharacters * 1.15)
    expect(largeValues(7)).toEqual(values)
    expect(largeValues(8)).not.toEqual(values)
  })
})
