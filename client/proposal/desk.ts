import type { ProposalView } from '@samskriv/shared/api'
import type { Refusal } from '@samskriv/shared/base'
import type { Standing } from '@samskriv/shared/proposal'
import type { Template } from '@samskriv/shared/template'
import type { LiveSession } from '../live/session.ts'
import type { OpenChange } from './open-change.ts'
import type { PlaceNames } from './use-place.ts'
import type { SettlingDesk } from './use-settling.ts'

/** All that is needed to show proposals and settle them. `whyNotTake`: why nothing can be taken into the text now; null: it can. */
export interface ProposalDesk {
  readonly template: Template
  readonly session: LiveSession
  readonly list: readonly ProposalView[]
  readonly open: readonly OpenChange[]
  readonly standings: ReadonlyMap<string, Standing>
  readonly settling: SettlingDesk
  readonly places: PlaceNames
  /** This person says what becomes of proposals. */
  readonly settles: boolean
  readonly whyNotTake: Refusal | null
}
