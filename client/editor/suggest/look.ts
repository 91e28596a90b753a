import { newLine, newParagraph } from '@samskriv/shared/rich-text'
import { personColor } from '../person-color.ts'
import type { Suggesting } from './suggesting.ts'

/** What is drawn on a suggestion of a person's: their colour, and their name, which is never told by the colour alone. */
export function drawnFor (by: unknown, people: Pick<Suggesting, 'nameOf' | 'colorOf'> | null): { readonly 'class': string, readonly 'data-person'?: string, readonly title?: string } {
  if (people === null || typeof by !== 'string') return { 'class': 'ss-suggested' }
  return { 'class': 'ss-suggested', 'data-person': String(personColor(people.colorOf(by))), title: people.nameOf(by) }
}

/** The element a suggestion is: what a screen reader calls it. */
export function elementOf (kind: string): 'ins' | 'del' {
  return kind === 'deletion' ? 'del' : 'ins'
}

/** Letters that nothing else draws, and what draws them. */
export const breakClass: ReadonlyMap<string, string> = new Map([[newParagraph, 'ss-new-paragraph'], [newLine, 'ss-new-line']])
