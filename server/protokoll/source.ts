import type { Values } from '@samskriv/shared/document'
import type { Template } from '@samskriv/shared/template'
import type { Store } from '../store/port/index.ts'

/** What a protokoll is gathered from: the records, the form (null: not installed), and the answers of the round's version, for the names of tiltak. */
export interface ProtokollSource {
  readonly store: Pick<Store, 'table'>
  readonly template: Template | null
  readonly values: Values
}
