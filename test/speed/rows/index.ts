import { browserRow } from './browser.ts'
import { compareRow } from './compare.ts'
import { crowdRow } from './crowd.ts'
import { freezeRow } from './freeze.ts'
import { killRow } from './kill.ts'
import { memoryRow, silentRow } from './memory.ts'
import { openingRows } from './opening.ts'
import { presenceRow } from './presence.ts'
import type { Row } from './row.ts'
import { threadsRow } from './threads.ts'
import { writingRows } from './writing-rows.ts'

export type { Context, Figure, Row } from './row.ts'

/** Everything that is measured, in the order of the table. */
export const rows: readonly Row[] = [...writingRows, presenceRow, ...openingRows, crowdRow, memoryRow, silentRow, killRow, freezeRow, compareRow, browserRow, threadsRow]
