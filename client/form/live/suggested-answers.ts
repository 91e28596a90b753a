import { answerAt, keyOf, rootName, suggestedOf, valuesOf } from '@samskriv/shared/document'
import { isAnswerField, sameAnswer, writeAnswer, type AnswerField } from '@samskriv/shared/proposal'
import { keyInSuggested, ownSuggestion, suggestChange, suggestedKey } from '@samskriv/shared/suggest'
import { placeOf, type Template } from '@samskriv/shared/template'
import * as Y from 'yjs'
import type { Home } from '../../editor/index.ts'

/** What short answers are read from and written to. */
export type Answers = Pick<Home, 'doc' | 'origin' | 'undo'>

interface Place { readonly field: AnswerField, readonly key: string }

const textPrefix = rootName.text('')
/** Of what is only shown here, and suggested by nobody. */
const mirrored = {}

// The short answer that an entry of the document's values, or a line, belongs to.
function placeAt (template: Template, stored: string): Place | null {
  const field = placeOf(template, stored)?.fields.at(-1)
  if (field === undefined || !isAnswerField(field) || field.kind === 'richText' || field.kind === 'attachment') return null
  const isOption = field.kind === 'choices' && field.options.some(option => stored.endsWith(`/${option.id}`))
  return { field, key: isOption ? keyOf(...stored.split('/').slice(0, -1)) : stored }
}

/** Which stored keys a transaction changed; `own`: those one suggests about. */
function changedKeys (doc: Y.Doc, transaction: Y.Transaction, person: string): readonly string[] {
  const found: string[] = []
  for (const [name, root] of doc.share) {
    const keys = transaction.changed.get(root as never)
    if (keys === undefined) continue
    if (name.startsWith(textPrefix)) found.push(name.slice(textPrefix.length))
    else if (name === rootName.values) found.push(...[...keys].map(String))
    else if (name === rootName.suggested) found.push(...[...keys].map(String).filter(key => key.startsWith(suggestedKey(person, ''))).map(keyInSuggested))
  }
  return found
}

/**
 * The short answers as one sees them while one suggests: the document's, with one's own suggestions over them. Whatever control writes
 * there suggests; the document's own answers stay as they are. What others write shows at once where one suggests nothing.
 */
export function openSuggestedAnswers (template: Template, live: Answers, person: string): { readonly answers: Answers, readonly stop: () => void } {
  const doc = new Y.Doc()
  const mirror = (stored: string): void => {
    const place = placeAt(template, stored)
    if (place === null) return
    const { field, key } = place
    const own = ownSuggestion(template, live.doc, person, key)
    const wanted = own === null ? answerAt(live.doc, field, key) : own.after
    if (!sameAnswer(answerAt(doc, field, key), wanted)) doc.transact(() => { writeAnswer(doc, field, key, wanted) }, mirrored)
  }
  const suggest = (stored: string): void => {
    const place = placeAt(template, stored)
    if (place === null) return
    const { field, key } = place
    suggestChange(live.doc, person, { kind: 'answer', key, before: answerAt(live.doc, field, key), after: answerAt(doc, field, key) })
  }
  const hearLive = (transaction: Y.Transaction): void => { for (const key of changedKeys(live.doc, transaction, person)) mirror(key) }
  const hearOwn = (transaction: Y.Transaction): void => {
    if (transaction.origin === mirrored) return
    const keys = changedKeys(doc, transaction, person)
    if (keys.length > 0) live.doc.transact(() => { for (const key of keys) suggest(key) }, live.origin)
  }
  const lines = [...live.doc.share.keys()].filter(name => name.startsWith(textPrefix)).map(name => name.slice(textPrefix.length))
  for (const key of [...lines, ...valuesOf(live.doc).keys(), ...[...suggestedOf(live.doc).keys()].map(keyInSuggested)]) mirror(key)
  live.doc.on('afterTransaction', hearLive)
  doc.on('afterTransaction', hearOwn)
  return {
    answers: { doc, origin: live.origin, undo: live.undo },
    stop () {
      live.doc.off('afterTransaction', hearLive)
      doc.destroy()
    },
  }
}
