import { fill } from '@samskriv/shared/document'
import { templateById } from '@samskriv/shared/template'
import { largeValues, sampleValues, seeded } from '@samskriv/shared/testing'
import * as Y from 'yjs'

function filled (values: Parameters<typeof fill>[2], client: number): Y.Doc {
  const template = templateById('nordland-2024')
  if (template === null) throw new Error('the form nordland-2024 comes with the product')
  const doc = new Y.Doc()
  doc.clientID = client
  fill(template, doc, values)
  return doc
}

/** A behovsmelding as large as they come, some 100 kB. */
export function largeDocument (seed: number): Uint8Array {
  return Y.encodeStateAsUpdate(filled(largeValues(seed), 10_000 + seed))
}

/** A behovsmelding of some 20 kB: the sample, and a second person's typing and correcting. */
export function middlingDocument (seed: number): Uint8Array {
  const doc = filled(sampleValues, 10_000 + seed)
  const first = Y.encodeStateAsUpdate(doc)
  const other = new Y.Doc()
  other.clientID = 50_000 + seed
  Y.applyUpdate(other, first)
  edit(other.getText('notat'), 6_800, seeded(seed))
  return Y.encodeStateAsUpdate(other)
}

// In runs, as people do: types some words, or takes some letters back, then at times goes on elsewhere.
function edit (text: Y.Text, edits: number, random: ReturnType<typeof seeded>): void {
  let caret = 0
  for (let left = edits; left > 0;) {
    if (random.below(5) === 0) caret = random.below(text.length + 1)
    const isTaking = random.below(4) === 0
    const run = Math.min(left, isTaking ? Math.min(caret, 3 + random.below(28)) : 5 + random.below(40))
    for (let step = 0; step < run; step++) {
      if (isTaking) text.delete(--caret, 1)
      else text.insert(caret++, 'abcdefghijklmnoprstuvyæøå '[random.below(26)] ?? ' ')
    }
    left -= run
  }
}

/** A document that took so many edits of a letter each. */
export function editedDocument (edits: number, seed: number): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = 77
  edit(doc.getText('tekst'), edits, seeded(seed))
  return Y.encodeStateAsUpdate(doc)
}
