import { encodeEntry } from './entry.ts'
import type { SeedEntry } from './live.ts'

/** The first journal entry of a room whose content the server itself makes. */
export const seedEntry: SeedEntry = (room, update, personId) => ({ room, position: 1, bytes: encodeEntry([{ personId, isReply: false, update }]) })
