import { newLine, newParagraph } from '@samskriv/shared/rich-text'
import { Extension } from '@tiptap/core'
import { Fragment, Slice } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { ReplaceStep } from '@tiptap/pm/transform'
import type { EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { carryOut, ownIdAt } from './carry-out.ts'
import { intentsOf, isOwnFormatting, wordsOf } from './intent.ts'
import { contentMarks, isInsideOther, markOf } from './own-marks.ts'
import { shownSuggestions } from './shown.ts'
import type { NotSuggested, Suggesting } from './suggesting.ts'

/** What suggesting in one text needs. `refused`: says to the person why something was not done. */
export interface SuggestOptions { readonly suggesting: Suggesting, readonly refused: (why: NotSuggested) => void }

const suggestKey = new PluginKey<() => boolean>('suggest')

/** Whether what is done in an editor is suggested now. */
export function isSuggestingIn (state: EditorState): boolean {
  return suggestKey.getState(state)?.() ?? false
}

const isFromSync = (transaction: Transaction): boolean => transaction.getMeta(ySyncPluginKey) !== undefined
const isDone = (transaction: Transaction): boolean => transaction.getMeta(suggestKey) === true

// Whether somebody who writes puts words among another's undecided ones: they would be that person's then.
function writesInOther (transaction: Transaction, personId: string): boolean {
  return transaction.steps.some((step, index) => {
    const document = transaction.docs[index]
    if (!(step instanceof ReplaceStep) || document === undefined || step.slice.content.textBetween(0, step.slice.content.size) === '') return false
    return isInsideOther(document.resolve(step.from), document.resolve(step.to), personId)
  })
}

function suggest (transaction: Transaction, state: () => EditorState, apply: (transaction: Transaction) => void, suggesting: Suggesting): NotSuggested | null {
  const done = (made: Transaction): void => { apply(made.setMeta(suggestKey, true)) }
  const isOwn = isOwnFormatting(transaction, suggesting.personId)
  if (isOwn === false) return 'marks'
  if (isOwn === true) { done(transaction); return null }
  const intents = intentsOf(transaction)
  if (typeof intents === 'string') return intents
  // Each is put on where what the ones before it did has left it.
  const mapped: Transaction[] = []
  const place = (at: number, side: -1 | 1): number => mapped.reduce((position, { mapping }) => mapping.map(position, side), at)
  let refusal: NotSuggested | null = null
  for (const intent of intents) {
    const now = { ...intent, from: place(intent.from, -1), to: place(intent.to, 1) }
    refusal = carryOut({ state, apply: made => { mapped.push(made); done(made) } }, now, suggesting) ?? refusal
  }
  return refusal
}

// What is pasted or dropped comes as words, on lines of their own; whoever's suggestion they were, they are now this person's.
function asWords (slice: Slice, refused: SuggestOptions['refused']): Slice {
  const { words, lostImage } = wordsOf(slice)
  if (lostImage) refused('images')
  return new Slice(Fragment.fromArray(words.map(node => node.mark(contentMarks(node.marks)))), 0, 0)
}

// What is typed next carries the mark from its first letter on: an input method that composes a word is not disturbed in it.
function readyMark (state: EditorState, suggesting: Suggesting): Transaction | null {
  const { selection, storedMarks, schema } = state
  if (!selection.empty || !selection.$head.parent.isTextblock || isInsideOther(selection.$head, selection.$head, suggesting.personId)) return null
  const id = ownIdAt(state.doc, selection.head, selection.head, suggesting)
  const own = markOf(schema, { kind: 'insertion', id, by: suggesting.personId })
  const wanted = own.addToSet(contentMarks(storedMarks ?? selection.$head.marks()))
  return state.tr.setStoredMarks(wanted)
}

function put (view: EditorView, letter: string): boolean {
  view.dispatch(view.state.tr.insertText(letter))
  return true
}

/**
 * Suggesting in a text. In the mode for it every change of one's own becomes a suggestion, or is refused with a word why; nothing else gets
 * through, from wherever in the editor it comes. In both modes nobody writes among another's undecided words.
 */
export const Suggest = Extension.create<SuggestOptions>({
  name: 'suggest',
  // Before everything that answers keys and typing.
  priority: 3000,
  dispatchTransaction ({ transaction, next }) {
    const { suggesting, refused } = this.options
    if (!transaction.docChanged || isFromSync(transaction) || isDone(transaction)) { next(transaction); return }
    const { editor } = this
    const why = suggesting.state.get().mode === 'suggest'
      ? suggest(transaction, () => editor.state, next, suggesting)
      : writesInOther(transaction, suggesting.personId) ? 'inside' : null
    if (suggesting.state.get().mode === 'write' && why === null) next(transaction)
    if (why !== null) refused(why)
  },
  addKeyboardShortcuts () {
    const { suggesting } = this.options
    const ifSuggesting = (work: (view: EditorView) => boolean) => (): boolean => suggesting.state.get().mode === 'suggest' && work(this.editor.view)
    return {
      'Enter': ifSuggesting(view => put(view, newParagraph)),
      'Shift-Enter': ifSuggesting(view => put(view, newLine)),
      'Mod-Enter': ifSuggesting(view => put(view, newLine)),
    }
  },
  addProseMirrorPlugins () {
    const { suggesting, refused } = this.options
    const { editor } = this
    const isSuggesting = (): boolean => suggesting.state.get().mode === 'suggest'
    return [
      new Plugin<() => boolean>({
        key: suggestKey,
        state: { init: () => isSuggesting, apply: (_transaction, before) => before },
        // What other parts of the editor add by themselves (a link out of an address, a table put right) is no suggestion.
        filterTransaction: transaction => !isSuggesting() || !transaction.docChanged || isFromSync(transaction) || isDone(transaction),
        appendTransaction: (transactions, before, state) => {
          const isMoved = !before.selection.eq(state.selection) || before.doc !== state.doc
          // In the midst of a word that is being composed, marks of what comes next would end the composing.
          const isReady = isSuggesting() && isMoved && transactions.every(each => !isFromSync(each)) && !editor.view.composing
          return isReady ? readyMark(state, suggesting) : null
        },
        props: {
          // Before rules that make a list of «- » could have it.
          handleTextInput (view, _from, _to, _text, usual) {
            if (!isSuggesting()) return false
            view.dispatch(usual())
            return true
          },
          transformPasted: slice => isSuggesting() ? asWords(slice, refused) : slice,
        },
      }),
      shownSuggestions(),
    ]
  },
})
