import type * as Y from 'yjs'
import { editBetween, type Edit } from './edit.ts'
import { openOverlay, type Overlay } from './overlay.ts'
import { shifted, stepsOf } from './shift.ts'

/** What is needed of an `<input>`. */
export interface LineInput extends EventTarget {
  value: string
  readonly selectionStart: number | null
  readonly selectionEnd: number | null
  readonly selectionDirection: 'forward' | 'backward' | 'none' | null
  setSelectionRange(start: number, end: number, direction?: 'forward' | 'backward' | 'none'): void
  readonly ownerDocument: { readonly activeElement: unknown }
}

/** How a field is bound. `origin`: of the changes made here (the session's). `undo`: answers the browser's own undo and redo in the field. */
export interface LineBinding { readonly origin: object, readonly undo?: Pick<Y.UndoManager, 'undo' | 'redo'> }

/** A line as a field can show it: an `<input>` drops line breaks, and then every position behind one would be wrong. */
export function asLine (text: string): string {
  return text.replaceAll(/[\r\n]/g, ' ')
}

/**
 * Binds a native one-line field to a line of the document, both ways. What others write moves one's caret and selection
 * along with the words they stood at, never takes the focus, and waits while an input method is composing. Gives the stop.
 */
export function bindLine (text: Y.Text, input: LineInput, { origin, undo }: LineBinding): () => void {
  let overlay: Overlay | null = null
  let writing = false

  const write = (edits: readonly Edit[]): void => {
    writing = true
    text.doc?.transact(() => {
      for (const edit of edits) {
        if (edit.remove > 0) text.delete(edit.index, edit.remove)
        if (edit.insert !== '') text.insert(edit.index, edit.insert)
      }
    }, origin)
    writing = false
  }

  function take (): void {
    const before = overlay?.shown() ?? asLine(text.toString())
    // Half a surrogate pair would be another character with each reader.
    const edit = editBetween(before, input.value.toWellFormed(), input.selectionEnd ?? input.value.length)
    if (edit !== null) write(overlay?.typed(edit) ?? [edit])
    if (overlay === null) show(input.selectionStart ?? 0, input.selectionEnd ?? 0)
  }

  // Setting the same value again would move the caret; setting a selection would, in some browsers, take the focus.
  function show (start: number, end: number): void {
    const line = asLine(text.toString())
    if (input.value === line) return
    const direction = input.selectionDirection ?? 'none'
    input.value = line
    if (input.ownerDocument.activeElement === input) input.setSelectionRange(start, end, direction)
  }

  function changed (event: Y.YTextEvent): void {
    // Not by its origin: one's own undo, or a button that fills the line in, has to be shown too.
    if (writing) return
    const steps = stepsOf(event.delta)
    if (overlay !== null) {
      overlay.changed(steps)
      return
    }
    const start = input.selectionStart ?? 0
    const end = input.selectionEnd ?? start
    show(shifted(start, steps, start < end), shifted(end, steps))
  }

  function compose (): void { overlay ??= openOverlay(asLine(text.toString())) }

  function composed (): void {
    if (overlay === null) return
    take()
    const start = overlay.positionOf(input.selectionStart ?? 0)
    const end = overlay.positionOf(input.selectionEnd ?? 0)
    overlay = null
    show(start, end)
  }

  // The browser's own undo knows only what it saw typed in this field, and would undo others' words around it.
  function ask (event: Event): void {
    if (undo === undefined || !('inputType' in event)) return
    if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return
    event.preventDefault()
    if (event.inputType === 'historyUndo') undo.undo()
    else undo.redo()
  }

  const heard: readonly [string, (event: Event) => void][] = [
    ['input', take], ['compositionstart', compose], ['compositionend', composed], ['beforeinput', ask],
    // Some browsers end a composition without saying so when the field is left.
    ['blur', composed],
  ]
  for (const [name, hear] of heard) input.addEventListener(name, hear)
  text.observe(changed)
  const line = asLine(text.toString())
  if (input.value !== line) input.value = line

  return () => {
    composed()
    text.unobserve(changed)
    for (const [name, hear] of heard) input.removeEventListener(name, hear)
  }
}
