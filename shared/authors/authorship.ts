/** Who something came from, as the server knows it. `wrote`: written under their session. `brought`: sent in when their machine came back on line, mostly what they wrote while it was off. */
export interface Author { readonly personId: string, readonly how: 'wrote' | 'brought' }

/** So many characters, and whose: a place in `authors`; −1: nobody knows. */
export type Stretch = readonly [length: number, who: number]

/**
 * Who wrote what in a text at one moment. `texts`: by key, the stretches of a line or a rich text, which add up to its characters as
 * `project` gives them (of rich text: its text nodes, one after the other). `values`: by stored key (shared/document), whose an answer is.
 */
export interface Authorship {
  readonly authors: readonly Author[]
  readonly texts: Readonly<Record<string, readonly Stretch[]>>
  readonly values: Readonly<Record<string, number>>
}

/** Whose a run of clocks of a Yjs client id is, in pieces; null: nobody knows. The pieces add up to `length`. */
export type OwnerOf = (client: number, clock: number, length: number) => readonly { readonly length: number, readonly author: Author | null }[]

/** So many clocks of the client id a new epoch's first text was made under, from `clock` on, and whose words they carry over. */
export type CarriedRun = readonly [clock: number, length: number, who: number]

/** Whose words a new epoch's first text carries over, by where they lie in it. By rising clock. */
export interface CarriedAuthors { readonly client: number, readonly authors: readonly Author[], readonly runs: readonly CarriedRun[] }
