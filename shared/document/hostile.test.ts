import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { parsePhone } from '../field/index.ts'
import { templateById } from '../template/index.ts'
import { addItem, itemIds, itemsOf, project, richOf, valuesOf } from './index.ts'

const template = templateById('nordland-2024')
if (template === null) throw new Error('the form comes with the product')

describe('a document somebody made by hand to stop the others', () => {
  it('is read all the same: ranks that are no strings, values that are Yjs types', () => {
    const doc = new Y.Doc()
    const id = addItem(doc, 'tiltak')
    const anything: Y.Map<unknown> = itemsOf(doc) as Y.Map<unknown>
    anything.set('tiltak/ond', { toString: 1, valueOf: 1 })
    const values: Y.Map<unknown> = valuesOf(doc) as Y.Map<unknown>
    values.set('antallTiltak', new Y.Text('tre'))
    expect(itemIds(doc, 'tiltak')).toEqual([id])
    expect(() => project(template, doc)).not.toThrow()
  })

  it('is read also where elements stand thousands deep in each other', () => {
    const doc = new Y.Doc()
    let here: Y.XmlFragment | Y.XmlElement = richOf(doc, 'bakgrunn')
    for (let depth = 0; depth < 3_000; depth++) {
      const inner = new Y.XmlElement('paragraph')
      here.insert(0, [inner])
      here = inner
    }
    here.insert(0, [new Y.XmlText('dypt')])
    expect(() => project(template, doc)).not.toThrow()
  })

  it('costs no seconds where a telephone number is a long run of spaces', () => {
    const before = performance.now()
    parsePhone(`4${' '.repeat(60_000)}x`)
    expect(performance.now() - before).toBeLessThan(1_000)
  })
})
