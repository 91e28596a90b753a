/** What can be done with an item, by its id. */
export interface ItemActions {
  /** −1: before the one above, 1: after the one below. */
  readonly move: (id: string, by: -1 | 1) => void
  readonly copy: (id: string) => void
  readonly remove: (id: string) => void
}
