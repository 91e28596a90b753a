import { bringIntoView } from '../ui/bring-into-view.ts'
import { elementId } from './element-id.ts'
import { unfoldAround } from './live/folded.ts'

const writable = 'input:not([type=hidden]), textarea, select, [role=textbox]'
// Where there is something to write in, the buttons around it (a comment, a menu) are not what was meant.
const focusables = [writable, 'button']

function find (key: string): HTMLElement | null {
  const field = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)
  if (field !== null) return field
  const [list = '', id = ''] = key.split('/')
  return document.getElementById(elementId.item(list, id))
}

/**
 * Brings a field, or an item of a group, into view and gives it the focus: from the outline, a message, an undo. One who is
 * in that field already is not moved. Gives false when it is not on the page.
 */
export function revealField (key: string): boolean {
  unfoldAround(key)
  const [list = '', id] = key.split('/')
  const element = find(key) ?? (id === undefined ? null : find(`${list}/${id}`))
  if (element === null) return false
  if (element.contains(document.activeElement)) return true
  bringIntoView(element, 'nearest')
  const target = element.matches(focusables.join()) ? element : focusables.map(each => element.querySelector<HTMLElement>(each)).find(each => each !== null)
  target?.focus({ preventScroll: true })
  return true
}
