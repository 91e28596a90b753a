import type { Undecided } from '@samskriv/shared/suggest'
import { reveal } from '../page/form-slot.tsx'
import { bringIntoView } from '../ui/bring-into-view.ts'

const frame = (): Promise<void> => new Promise(resolve => { requestAnimationFrame(() => { resolve() }) })

/** Shows a suggestion in the text: its field gets the focus, and it comes into the middle of the screen. */
export async function goToSuggestion (suggestion: Undecided): Promise<void> {
  const { field } = suggestion
  await reveal(field)
  if (suggestion.kind === 'change') return
  const [first = ''] = suggestion.ids
  // Its editor may be on its way.
  await frame()
  const place = document.querySelector(`[data-key="${CSS.escape(field)}"] [data-suggestion="${CSS.escape(first)}"]`)
  if (place !== null) bringIntoView(place, 'center')
}
