import { keyOfChange } from '@samskriv/shared/proposal'
import type { Undecided } from '@samskriv/shared/suggest'
import { reveal } from '../page/form-slot.tsx'
import { bringIntoView } from '../ui/bring-into-view.ts'

const frame = (): Promise<void> => new Promise(resolve => { requestAnimationFrame(() => { resolve() }) })

// A table's rows may be folded away with the tiltak it is in.
async function unfold (list: string): Promise<void> {
  const { unfoldAround } = await import('../form/index.ts')
  unfoldAround(list)
  await frame()
}

// An item that is only suggested is nowhere else, and one to be taken away has no field of its own.
function goToNote (key: string): void {
  const note = document.querySelector<HTMLElement>(`.ss-suggested-note[data-suggestion="${CSS.escape(key)}"]`)
  if (note === null) return
  bringIntoView(note, 'center')
  note.focus({ preventScroll: true })
}

/** Shows a suggestion in the text: its field gets the focus, and it comes into the middle of the screen. */
export async function goToSuggestion (suggestion: Undecided): Promise<void> {
  const { field } = suggestion
  // A window or drawer it was chosen in has closed by then, and given the focus back.
  await frame()
  await frame()
  if (suggestion.kind === 'change' && suggestion.change.kind !== 'answer') {
    await unfold(suggestion.change.list)
    goToNote(keyOfChange(suggestion.change))
    return
  }
  await reveal(field)
  if (suggestion.kind === 'change') return
  const [first = ''] = suggestion.ids
  // Its editor may be on its way.
  await frame()
  const place = document.querySelector(`[data-key="${CSS.escape(field)}"] [data-suggestion="${CSS.escape(first)}"]`)
  if (place !== null) bringIntoView(place, 'center')
}
