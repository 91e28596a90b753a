import type { ClipboardEvent, FormEvent } from 'react'

/** Keeps Enter from making a second line. Pressing it is left to what stands around (the next row of a table). */
export function onLineBreak (event: FormEvent<HTMLTextAreaElement>): void {
  const { nativeEvent } = event
  if ('data' in nativeEvent && typeof nativeEvent.data === 'string' && /^[\r\n]+$/.test(nativeEvent.data)) event.preventDefault()
  if ('inputType' in nativeEvent && (nativeEvent.inputType === 'insertLineBreak' || nativeEvent.inputType === 'insertParagraph')) event.preventDefault()
}

/** Pastes several lines as one. */
export function onLinePaste (event: ClipboardEvent<HTMLTextAreaElement>): void {
  const text = event.clipboardData.getData('text/plain')
  if (!/[\r\n]/.test(text)) return
  event.preventDefault()
  const field = event.currentTarget
  field.setRangeText(oneLine(text), field.selectionStart, field.selectionEnd, 'end')
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }))
}

/** Several lines as one, with single blanks where they met. */
export function oneLine (text: string): string {
  return text.trim().replace(/\s*[\r\n]+\s*/g, ' ')
}
