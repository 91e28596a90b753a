import { keyOfChange } from '@samskriv/shared/proposal'
import type { UndecidedChange } from '@samskriv/shared/suggest'
import { reveal } from '../page/form-slot.tsx'

const focusable = 'button:not(:disabled), input, textarea, select, [tabindex="0"]'

function focusIn (element: Element | null): boolean {
  const target = element?.matches(focusable) === true ? element : element?.querySelector(focusable)
  if (!(target instanceof HTMLElement) || !target.isConnected) return false
  target.focus({ preventScroll: true })
  return document.activeElement === target
}

/** What was pressed in the list is about to go: the keyboard goes to the entry beside it, else to the list's tab. */
export function keepFocusNear (pressed: Element | null): void {
  const entry = pressed?.closest('.ss-suggestions > li') ?? null
  if (!focusIn(entry?.nextElementSibling ?? null) && !focusIn(entry?.previousElementSibling ?? null)) focusIn(document.querySelector('[role=tab][aria-selected=true]'))
}

/** Once a note is decided about and gone, the keyboard goes to what it was about; an item that is not there has what stood beside the note. */
export function leaveNote (note: Element | null, { change }: UndecidedChange): void {
  const beside = [note?.nextElementSibling ?? null, note?.previousElementSibling ?? null, note?.parentElement ?? null]
  async function go (): Promise<void> {
    await new Promise(resolve => { requestAnimationFrame(resolve) })
    if (document.activeElement !== null && document.activeElement !== document.body) return
    if (change.kind === 'answer') await reveal(keyOfChange(change))
    else beside.some(focusIn)
  }
  void go()
}
