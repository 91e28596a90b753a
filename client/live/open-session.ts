import type { RefusalCode } from '@samskriv/shared/base'
import type { Standing } from '@samskriv/shared/protocol'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { openHistory } from './history/history.ts'
import { openMachineCopy, type Found } from './machine/machine-copy.ts'
import { openPresence } from './presence/presence.ts'
import { openLedger, type Change } from './save/ledger.ts'
import { openStatus } from './save/status.ts'
import type { Ended, LiveSession, OpenRequest, RefusedChange, Rescue } from './session.ts'
import type { FrameRefusal } from './socket/answer.ts'
import { prepareConnection } from './socket/connection.ts'
import { verdictOnClose, verdictOnFrame } from './socket/verdict.ts'
import { sameEntries, watchable } from './watchable.ts'

/** Longest time, in milliseconds, that this machine's copy may hold up the connection. */
const machineMs = 1_000

/** Waits before sending again what the server could not take just now, in milliseconds: doubled each time, until something is taken. */
const againMs = { first: 500, longest: 30_000 } as const

/** What a session takes from its surroundings; the defaults are the browser's. */
export interface OpenOptions {
  readonly Socket?: typeof WebSocket
  /** Where `online`, `visibilitychange` and `pagehide` are heard: the window. Null: nowhere. */
  readonly page?: EventTarget | null
}

function applied (doc: Y.Doc, update: Uint8Array, origin?: unknown): boolean {
  try {
    Y.applyUpdate(doc, update, origin)
    return true
  } catch { return false }
}

/**
 * Opens a behovsmelding in this tab. It is usable at once: content comes from this machine and from the server as they
 * answer (`loaded`). When `ended` is set, `close()` it and open another: after a refusal that one starts from what the
 * server has, with what was not taken among its `rescues`.
 */
export function openSession (request: OpenRequest, options: OpenOptions = {}): LiveSession {
  const page = options.page === undefined ? (typeof window === 'undefined' ? null : window) : options.page
  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  const origin = { own: 'change' }
  const restoring = { own: 'change of an earlier visit' }
  const ledger = openLedger()
  const ended = watchable<Ended | null>(null)
  const refused = watchable<readonly RefusedChange[]>([])
  const rescues = watchable<readonly Rescue[]>([])
  const standing = watchable<Standing | null>(null, sameEntries)
  const history = openHistory(doc, origin)
  let closing: Promise<void> | null = null
  let wait: number = againMs.first
  /** Changes the server refused, or that build on those: they are in this document, and not in anybody else's. */
  let setAside = 0
  let restoringBase = false
  let verdict: { readonly code: RefusalCode, readonly at: number } | null = null

  const copy = openMachineCopy({
    request, doc, keptChanged: () => { status.update() },
    clean: () => ledger.count() === 0 && setAside === 0 && status.answered(),
  })
  const status = openStatus({ waiting: () => ledger.count() + setAside, kept: () => copy.keeper.kept() })
  const presence = openPresence(awareness, () => ({
    clientId: doc.clientID, personId: request.personId, name: request.self?.name ?? '', color: request.self?.color ?? 0,
    role: standing.get()?.role ?? null,
  }))

  function putAside (changes: readonly Change[], code: RefusalCode, at: number): void {
    if (changes.length === 0) return
    const count = changes.reduce((sum, change) => sum + change.count, 0)
    setAside += count
    copy.keeper.refused(changes, code, at)
    const before = refused.get()
    const last = before.at(-1)
    refused.set(last?.at === at
      ? [...before.slice(0, -1), { ...last, changes: last.changes + count }]
      : [...before, { code, at, changes: count }])
  }

  function end (reason: RefusalCode): void {
    connection.stop()
    status.connection('offline')
    if (ended.get() === null) ended.set({ reason })
  }

  function onRefused ({ ordinal, code }: FrameRefusal): void {
    // A handshake that carried nothing of this person's, refused: nobody's words are at stake.
    if (!ledger.carries(ordinal)) return
    switch (verdictOnFrame(code)) {
      case 'later':
        connection.reconnect(wait)
        wait = Math.min(againMs.longest, wait * 2)
        break
      case 'ends':
        end(code)
        break
      case 'refused':
        verdict = { code, at: Date.now() }
        putAside(ledger.refused(ordinal), code, verdict.at)
        end(code)
    }
    status.update()
  }

  function onEnded (reason: RefusalCode): void {
    if (verdictOnClose(reason) === 'refused') {
      verdict = { code: reason, at: Date.now() }
      putAside(ledger.refused(0), reason, verdict.at)
    }
    end(reason)
    status.update()
  }

  // Before the provider is made: so each change is in the ledger when the provider sends it.
  doc.on('update', (update: Uint8Array, from: unknown) => {
    if (from === restoring) return
    if (from === connection.origin) {
      if (!restoringBase) copy.base.learned(update)
      return
    }
    const change = ledger.enter(update)
    if (verdict === null) {
      copy.keeper.changed(change)
    } else {
      // What is still typed into a document that has parted from the server's belongs to what was refused.
      putAside(ledger.refused(Infinity), verdict.code, verdict.at)
    }
    status.update()
  })

  const connection = prepareConnection(request, doc, awareness, { Socket: options.Socket ?? WebSocket, wake: page }, {
    opened: () => { ledger.connectionOpened() },
    sent (kind) {
      if (kind === 'update') ledger.updateSent()
      else ledger.differenceSent()
    },
    taken (frames) {
      const settled = ledger.taken(frames)
      for (const change of settled) copy.base.learned(change.update)
      copy.keeper.settled(settled)
      if (settled.length > 0) wait = againMs.first
      status.answer()
    },
    refused: onRefused,
    standing (now) {
      standing.set(now)
      presence.selfChanged()
      status.answer()
    },
    synced () { status.loaded() },
    changed (now) {
      status.connection(now)
      // The last moment at which what the server has is known: the base must hold what the coming offline changes build on.
      if (now === 'offline') void copy.base.flush()
    },
    ended: onEnded,
  })

  function restore (found: Found): void {
    rescues.set(found.rescues)
    refused.set([...found.refused, ...refused.get()])
    const { base } = found
    restoringBase = true
    // Not news to the server: applied as if it came from there, so that it is not sent as a change.
    const fromMachine = base !== null && applied(doc, base, connection.origin)
    restoringBase = false
    doc.transact(() => {
      for (const row of found.pending) {
        // A row that cannot be read (a damaged disk) stays where it is; it must not keep the others out.
        if (applied(doc, row.update)) ledger.enter(row.update, row.changes, row.key)
      }
    }, restoring)
    if (fromMachine) status.loadedFromMachine()
    status.update()
  }

  // The handshake sends whatever was restored before it. When the machine answers late, another handshake has to.
  let late = false
  const patience = setTimeout(() => {
    late = true
    connection.connect()
  }, machineMs)

  async function begin (): Promise<void> {
    const found = await copy.find().catch(() => null)
    clearTimeout(patience)
    if (closing !== null || ended.get() !== null) return
    // Null: no storage here (private mode, blocked). Every change will be `kept: false`, and the server still has its copy.
    if (found !== null) restore(found)
    if (!late) connection.connect()
    else if (found !== null && found.pending.length > 0) connection.reconnect(0)
  }
  const begun = begin()

  const hide = (): void => { void copy.keeper.flush() }
  page?.addEventListener('pagehide', hide)

  async function shut (): Promise<void> {
    clearTimeout(patience)
    page?.removeEventListener('pagehide', hide)
    connection.stop()
    presence.stop()
    history.stop()
    await begun
    await copy.close()
    doc.destroy()
  }

  return {
    behovsmelding: request.behovsmelding,
    epoch: request.epoch,
    doc,
    awareness,
    undo: history.undo,
    lastUndone: history.lastUndone,
    origin,
    loaded: status.isLoaded,
    status: status.status,
    standing,
    present: presence.present,
    ended,
    refused,
    rescues,
    setPlace: presence.setPlace,
    async dropRescue (epoch) {
      await copy.drop(epoch)
      rescues.set(rescues.get().filter(rescue => rescue.epoch !== epoch))
      if (epoch === request.epoch && setAside === 0) refused.set([])
    },
    close () {
      closing ??= shut()
      return closing
    },
  }
}
