import type { AuditEntryView, AuditPerson } from '@samskriv/shared/api'
import { roles } from '@samskriv/shared/access'
import type { ChainedAuditEntry, Store } from '../store/port/index.ts'

/** Somebody by the name they have now. */
export function auditPerson (store: Pick<Store, 'table'>, id: string): AuditPerson {
  return { id, name: store.table('people').get(id)?.name ?? null }
}

/** An entry with names instead of ids, found now: the log itself holds none. */
export function auditView (store: Pick<Store, 'table'>, entry: ChainedAuditEntry): AuditEntryView {
  const { number, at, hash, personId, behovsmelding: id, action, result, facts = {} } = entry
  const { removed, ...rest } = facts
  return {
    number, at, hash, action, result,
    facts: rest,
    person: personId === null ? null : auditPerson(store, personId),
    role: roles.find(role => role === entry.role) ?? null,
    behovsmelding: id === null ? null : { id, title: store.table('behovsmeldinger').get(id)?.title ?? null },
    ...(typeof removed === 'string' ? { whom: auditPerson(store, removed) } : {}),
  }
}
