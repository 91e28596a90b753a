import { itemIds, leftoversOf, project, textOf, valuesOf } from '@samskriv/shared/document'
import { templates } from '@samskriv/shared/template'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { planIntake, takeIn } from './merge.ts'

const [template] = templates
const label = (id: string): string => template?.sections.flatMap(section => section.fields).find(field => field.id === id)?.label.nb ?? ''
const origin = {}

function take (doc: Y.Doc, text: string): ReturnType<typeof planIntake> {
  if (template === undefined) throw new Error('no template')
  const plan = planIntake(template, doc, text)
  takeIn(template, doc, plan, origin, 1_000)
  return plan
}

describe('taking text in', () => {
  it('puts answers in empty fields', () => {
    const doc = new Y.Doc()
    take(doc, `${label('eier')}: Sørbotn kommune\n`)
    expect(textOf(doc, 'eier').toString()).toBe('Sørbotn kommune')
  })
  it('leaves an answer that is there, and keeps what came for it as a text without a place', () => {
    const doc = new Y.Doc()
    textOf(doc, 'eier').insert(0, 'Nordvik kommune')
    const plan = take(doc, `${label('eier')}: Sørbotn kommune\n`)
    expect(textOf(doc, 'eier').toString()).toBe('Nordvik kommune')
    expect(plan.kept).toEqual(['eier'])
    expect([...leftoversOf(doc).values()]).toContainEqual({ label: '', text: 'Sørbotn kommune', near: 'eier' })
  })
  it('taken twice doubles nothing that was placed, and one undo takes it all back', () => {
    const doc = new Y.Doc()
    const undo = new Y.UndoManager([textOf(doc, 'eier'), valuesOf(doc), leftoversOf(doc)], { trackedOrigins: new Set([origin]) })
    const text = `${label('eier')}: Sørbotn kommune\n`
    take(doc, text)
    expect(take(doc, text).kept).toEqual([])
    expect(textOf(doc, 'eier').toString()).toBe('Sørbotn kommune')
    undo.undo()
    expect(template === undefined ? null : project(template, doc).values).toEqual({})
    expect(itemIds(doc, 'tiltak')).toEqual([])
  })
})
