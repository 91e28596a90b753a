import type { ProtokollComment } from '@samskriv/shared/api'
import type { RoundRecord } from '@samskriv/shared/workflow'
import type { Store } from '../store/port/index.ts'

/** What was raised in comments in a round, and answered. None as long as no comments are kept. */
export function protokollComments (_store: Pick<Store, 'table'>, _round: RoundRecord): readonly ProtokollComment[] {
  return []
}
