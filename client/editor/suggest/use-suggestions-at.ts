import { undecidedAt, type UndecidedWords } from '@samskriv/shared/suggest'
import type { Editor } from '@tiptap/core'
import type { Transaction } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { useEffect, useState, type RefObject } from 'react'
import type { Home } from '../home.ts'
import { suggestionOf } from './own-marks.ts'

/**
 * The suggestions one stands in or at, and where to show them in the box around the text, in pixels from its upper left corner: under the
 * line (`top`), or above it where the screen ends (`isAbove`: `top` is where it ends).
 */
export interface SuggestionsAt { readonly suggestions: readonly UndecidedWords[], readonly top: number, readonly left: number, readonly isAbove: boolean }

/** Room a card and the toolbar below it take, in pixels. */
const roomBelow = 210

// The marks on either side of the caret; of a selection, at the end one moves.
function keysAt ({ state: { selection } }: Editor): ReadonlySet<string> {
  const { nodeBefore, nodeAfter } = selection.$head
  const marks = [nodeBefore, nodeAfter].flatMap(node => node?.isText === true ? node.marks : [])
  return new Set(marks.flatMap(mark => suggestionOf(mark) ?? []).map(({ by, id }) => `${by}/${id}`))
}

function look (editor: Editor, home: Pick<Home, 'doc'>, field: string, box: Element): SuggestionsAt | null {
  const keys = keysAt(editor)
  if (keys.size === 0) return null
  const suggestions = undecidedAt(home.doc, field).filter(({ by, ids }) => ids.some(id => keys.has(`${by}/${id}`)))
  if (suggestions.length === 0) return null
  const caret = editor.view.coordsAtPos(editor.state.selection.head)
  const around = box.getBoundingClientRect()
  const isAbove = caret.bottom + roomBelow > window.innerHeight && caret.top > roomBelow
  return { suggestions, top: (isAbove ? caret.top : caret.bottom) - around.top, left: caret.left - around.left, isAbove }
}

/** What somebody suggests where the caret is; looked at anew when it moves or others change the text, one frame later. */
export function useSuggestionsAt (editor: Editor | null, home: Pick<Home, 'doc'>, field: string, box: RefObject<Element | null>): SuggestionsAt | null {
  const [found, setFound] = useState<SuggestionsAt | null>(null)
  useEffect(() => {
    if (editor === null) return undefined
    let frame: number | null = null
    const now = (): void => {
      frame = null
      if (!editor.isDestroyed && box.current !== null) setFound(look(editor, home, field, box.current))
    }
    const later = (): void => { frame ??= requestAnimationFrame(now) }
    // Who is typing sees what they type; the card is there when the caret comes to rest somewhere else.
    const hear = ({ transaction }: { readonly transaction: Transaction }): void => {
      if (transaction.docChanged && transaction.getMeta(ySyncPluginKey) === undefined) setFound(null)
      else if (transaction.selectionSet || transaction.docChanged) later()
    }
    later()
    editor.on('transaction', hear)
    return () => {
      editor.off('transaction', hear)
      if (frame !== null) cancelAnimationFrame(frame)
    }
  }, [editor, home, field, box])
  return found
}
