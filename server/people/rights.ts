import { membershipId } from '@samskriv/shared/workflow'
import type { RightsSource } from '../live/live.ts'
import type { Store } from '../store/port/index.ts'

/** Rights as the records have them: two look-ups in memory, asked for each frame. */
export function rightsFrom (store: Store): RightsSource {
  return {
    of (id, personId) {
      const behovsmelding = store.table('behovsmeldinger').get(id)
      if (behovsmelding === undefined) return null
      const role = store.table('memberships').get(membershipId(id, personId))?.role ?? null
      return { state: behovsmelding.state, epoch: behovsmelding.epoch, role }
    },
  }
}
