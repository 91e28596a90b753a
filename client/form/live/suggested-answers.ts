import { answerAt, keyOf, rootName, suggestedOf, valuesOf } from '@samskriv/shared/document'
import { isAnswerField, sameAnswer, writeAnswer, type AnswerField } from '@samskriv/shared/proposal'
import { keyInSuggested, ownSuggestion, suggestChange, suggestedKey } from '@samskriv/shared/suggest'
import { placeOf, type Template } from '@samskriv/shared/template'
import * as Y from 'yjs'
import type { Home } from '../../editor/index.ts'

/** What short answers are read from and written to. */
export type Answers = Pick<Home, 'doc' | 'origin' | 'undo'>

/** One's own view of the short answers. `follow` keeps it up with the document, both ways; gives the stop, after which it may follow again. */
export interface SuggestedAnswers { readonly answers: Answers, follow(): () => void }

const textPrefix = rootName.text('')
/** Of what is only shown here, and suggested by nobody. */
const mirrored = {}

function fieldAt (template: Template, key: string): AnswerField | null {
  const field = placeOf(template, key)?.fields.at(-1)
  return field === undefined || !isAnswerField(field) || field.kind === 'richText' || field.kind === 'attachment' ? null : field
}

// Each option of several is an entry of its own.
function keyOfEntry (template: Template, entry: string): string {
  return placeOf(template, entry)?.fields.at(-1)?.kind === 'choices' ? keyOf(...entry.split('/').slice(0, -1)) : entry
}

/** The short answers of a document: of its lines, its values, and what somebody suggests. */
function keysIn (template: Template, doc: Y.Doc, person: string): readonly string[] {
  const lines = [...doc.share.keys()].filter(name => name.startsWith(textPrefix)).map(name => name.slice(textPrefix.length))
  const own = [...suggestedOf(doc).keys()].filter(name => name.startsWith(suggestedKey(person, ''))).map(keyInSuggested)
  return [...lines, ...[...valuesOf(doc).keys()].map(entry => keyOfEntry(template, entry)), ...own]
}

/** Those a transaction changed. Null: what it changed cannot be told, as somebody has asked for a root by its kind since. */
function keysChanged (template: Template, doc: Y.Doc, person: string, { changed }: Y.Transaction): readonly string[] | null {
  const names = new Map<unknown, string>([...doc.share].map(([name, root]) => [root, name]))
  const found: string[] = []
  for (const [type, entries] of changed) {
    if (type._item !== null) continue
    const name = names.get(type)
    if (name === undefined) return null
    if (name.startsWith(textPrefix)) found.push(name.slice(textPrefix.length))
    else if (name === rootName.values) for (const entry of entries) found.push(keyOfEntry(template, String(entry)))
    else if (name === rootName.suggested) for (const entry of entries) if (entry?.startsWith(suggestedKey(person, '')) === true) found.push(keyInSuggested(entry))
  }
  return found
}

/**
 * The short answers as one sees them while one suggests: the document's, with one's own suggestions over them. Whatever control writes
 * there suggests; the document's own answers stay as they are. What others write shows at once where one suggests nothing.
 */
export function openSuggestedAnswers (template: Template, live: Answers, person: string): SuggestedAnswers {
  const doc = new Y.Doc()
  const mirror = (key: string): void => {
    const field = fieldAt(template, key)
    if (field === null) return
    const own = ownSuggestion(template, live.doc, person, key)
    const wanted = own === null ? answerAt(live.doc, field, key) : own.after
    if (!sameAnswer(answerAt(doc, field, key), wanted)) doc.transact(() => { writeAnswer(doc, field, key, wanted) }, mirrored)
  }
  const suggest = (key: string): void => {
    const field = fieldAt(template, key)
    if (field === null) return
    const [own, stands, after] = [ownSuggestion(template, live.doc, person, key), answerAt(live.doc, field, key), answerAt(doc, field, key)]
    // Against what one saw when one began: what others have written since is not shown here, and must not be taken for seen.
    const before = own === null ? stands : own.before
    suggestChange(live.doc, person, { kind: 'answer', key, before: sameAnswer(after, stands) ? after : before, after })
  }
  const mirrorAll = (): void => { for (const key of keysIn(template, live.doc, person)) mirror(key) }
  mirrorAll()
  return {
    answers: { doc, origin: live.origin, undo: live.undo },
    follow () {
      const hearLive = (transaction: Y.Transaction): void => {
        const keys = keysChanged(template, live.doc, person, transaction)
        if (keys === null) mirrorAll()
        else for (const key of keys) mirror(key)
      }
      const hearOwn = (transaction: Y.Transaction): void => {
        if (transaction.origin === mirrored) return
        const keys = keysChanged(template, doc, person, transaction) ?? keysIn(template, doc, person)
        if (keys.length > 0) live.doc.transact(() => { for (const key of keys) suggest(key) }, live.origin)
      }
      mirrorAll()
      live.doc.on('afterTransaction', hearLive)
      doc.on('afterTransaction', hearOwn)
      return () => {
        live.doc.off('afterTransaction', hearLive)
        doc.off('afterTransaction', hearOwn)
      }
    },
  }
}
