import type { Result } from '@samskriv/shared/base'
import type { ImageStored } from '@samskriv/shared/api'
import type { LiveSession } from '../live/session.ts'

/** What the editor and the form need of a session. A locked version is shown from one that lives nowhere else. */
export type Home = Pick<LiveSession, 'doc' | 'awareness' | 'undo' | 'origin' | 'present' | 'setPlace' | 'lastUndone'>

/** Where images go and where they are. */
export interface Images {
  /** Where the browser gets a stored image from. */
  readonly address: (hash: string) => string
  /** Stores a file that has already passed {@link checkImage}; `progress` is told how much has been sent, 0 to 1. */
  readonly upload: (file: File, progress?: (share: number) => void) => Promise<Result<ImageStored>>
}
