import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { leaveUntidied } from './untidied.ts'

const textIn = (doc: Y.Doc): Y.Text => doc.getText('t')

function bold (start: Y.Doc, to: number): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(start))
  textIn(doc).format(0, to, { bold: {} })
  return doc
}

it('one who only reads writes nothing when two others make the same words bold at the same time', () => {
  const start = new Y.Doc()
  textIn(start).insert(0, 'Frikjøp av lærere')
  const [one, other] = [bold(start, 7), bold(start, 10)]
  const ownChanges = (reader: Y.Doc): number => {
    let own = 0
    textIn(reader)
    reader.on('update', (_update: Uint8Array, origin: unknown) => { if (origin !== 'server') own++ })
    for (const doc of [start, one, other]) Y.applyUpdate(reader, Y.encodeStateAsUpdate(doc), 'server')
    expect(textIn(reader).toDelta()[0]).toEqual({ insert: 'Frikjøp', attributes: { bold: {} } })
    return own
  }
  const reader = new Y.Doc()
  leaveUntidied(reader)
  expect(ownChanges(reader)).toBe(0)
  // What it guards against is still so.
  expect(ownChanges(new Y.Doc())).toBeGreaterThan(0)
})
