import { deleteDatabase, emptyDatabase, openDatabase } from './database.ts'

/** Something of a person's that stands on this machine and nowhere else. */
export interface Unsaved { readonly behovsmelding: string, readonly epoch: number, readonly changes: number, readonly refused: boolean }

/**
 * Wipes everything kept of a person on this machine, for log-out. Where something stands here that the server has not,
 * nothing is wiped and it is told what; `forced` wipes all the same (the person was asked). An empty list: wiped, the
 * database is gone. Close the sessions of this tab first; those of other tabs lose their copy, and say so (`kept: false`).
 * Rejects when the machine gives no access to its storage (nothing can be known then).
 */
export async function wipeThisMachine (personId: string, forced = false): Promise<readonly Unsaved[]> {
  let closed = false
  const database = await openDatabase(personId, () => { closed = true })
  const rows = await emptyDatabase(database, forced)
  if (!closed) database.close()
  if (rows.length === 0 || forced) {
    await deleteDatabase(personId)
    return []
  }
  const groups = Map.groupBy(rows, row => `${row.behovsmelding} ${row.epoch} ${row.refused !== null}`)
  return [...groups.values()].flatMap(group => {
    const [first] = group
    if (first === undefined) return []
    const changes = group.reduce((sum, row) => sum + row.changes, 0)
    return { behovsmelding: first.behovsmelding, epoch: first.epoch, changes, refused: first.refused !== null }
  })
}
