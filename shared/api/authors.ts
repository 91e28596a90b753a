import type { Role } from '../access/index.ts'
import type { Authorship } from '../authors/authorship.ts'
import type { Values } from '../document/value.ts'
import type { EpochOrigin } from '../version/index.ts'

/** Somebody who wrote, by the name they have now; `name` null: nobody has this id any more. `role` null: no part in it any more. */
export interface AuthorPerson { readonly id: string, readonly name: string | null, readonly role: Role | null, readonly color: number }

/**
 * Who wrote what in the text as it is now (GET /api/behovsmeldinger/:id/authors), from what the server knows of whose session each word came
 * through. `origin`: what the epoch began from; what is not known is from before that, or of nobody.
 */
export interface AuthorsView {
  readonly epoch: number
  readonly origin?: EpochOrigin
  readonly values: Values
  readonly authorship: Authorship
  readonly people: readonly AuthorPerson[]
}
