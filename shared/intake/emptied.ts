import { hasWords } from './word.ts'

/**
 * Stands where the form's placeholder stood: the field was left empty, so no later line is its answer. From the private
 * use area; taken out of the input first, so it can only mean this.
 */
export const emptied = '\uE000'

/** Whether the field was left as the form printed it: a placeholder and nothing else. */
export function isEmptied (text: string): boolean {
  return text.includes(emptied) && !hasWords(text)
}
