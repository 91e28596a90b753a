import type { Gather } from './gather.ts'
import { emptied } from './emptied.ts'

const placeholders = [
  /(?:klikk eller trykk|klikk|trykk)(?: her)? for å (?:skrive inn|angi|velge) (?:tekst|en dato|ein dato)\.?/gi,
  /vel(?:g)? e(?:t|it) element\.?/gi,
  /click(?: or tap)?(?: here)? to enter (?:text|a date)\.?/gi,
  /choose an item\.?/gi,
]

/** One line of the input. `cells` when it is a row of a table. */
export interface Line { readonly text: string, readonly cells: readonly string[] | null }

/** The input with one kind of line ends and of marks, and without what no person has typed: Word's private symbols, control characters, soft hyphens. */
export function plainInput (input: string): string {
  return input.toWellFormed().normalize('NFC')
    .replaceAll(emptied, ' ').replace(/[\uF0B7\uF0A7\uF0D8]/g, '•')
    .replace(/<\/?(?:i|em)>/gi, '*').replace(/<\/?(?:b|strong)>/gi, '**').replace(/<br ?\/?>/gi, ' ')
    .replace(/\r\n?|\f|\v|\u2028|\u2029/g, '\n')
    // oxlint-disable-next-line no-control-regex -- these very characters are to go
    .replace(/[\u0000-\u0008\u000E-\u001F\u007F\uFEFF\u00AD]/g, '')
}

/** Makes lines of a text that was taken out of a document: placeholders become emptiness, addresses that lead nowhere go. */
export function prepare (input: string, gather: Gather): readonly Line[] {
  let text = plainInput(input)
  for (const placeholder of placeholders) {
    text = text.replace(placeholder, found => { gather.pass('placeholder', found); return emptied })
  }
  text = text
    .replace(/\]\(#([^)\s]*)\)/g, (_, anchor: string) => { gather.pass('link', anchor); return '](#)' })
    .replace(new RegExp(`\\[[\\s*]*${emptied}[\\s*]*\\]\\(#?\\)`, 'g'), emptied)
  return text.split('\n').map(line => {
    const cells = line.includes('\t') ? line.split('\t').map(cell => cell.trim()) : null
    return { text: line, cells }
  })
}
