import type { RefusalCode } from '@samskriv/shared/base'
import type { Standing } from '@samskriv/shared/protocol'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { apply, begin } from './begin.ts'
import { forgetDecided } from './history/forget.ts'
import { openHistory } from './history/history.ts'
import { openMachineCopy, type Found } from './machine/machine-copy.ts'
import { openPresence } from './presence/presence.ts'
import { openAside } from './save/aside.ts'
import { openLedger } from './save/ledger.ts'
import { openStatus } from './save/status.ts'
import type { Ended, LiveSession, News, OpenRequest, Rescue } from './session.ts'
import type { FrameRefusal } from './socket/answer.ts'
import { prepareConnection } from './socket/connection.ts'
import { verdictOnClose, verdictOnFrame } from './socket/verdict.ts'
import { leaveUntidied } from './untidied.ts'
import { sameEntries, watchable } from './watchable.ts'

/** Longest time, in milliseconds, that closing waits for this machine's disk. */
const closeMs = 3_000

/** Waits before sending again what the server could not take just now, in milliseconds: doubled each time, until something is taken. */
const againMs = { first: 500, longest: 30_000 } as const

/** What a session takes from its surroundings; the defaults are the browser's. */
export interface OpenOptions {
  readonly Socket?: typeof WebSocket
  /** Where `online`, `visibilitychange` and `pagehide` are heard: the window. Null: nowhere. */
  readonly page?: EventTarget | null
}

const allRisen = ({ view, comments, medbestemmelse, proposals }: News): News =>
  ({ view: view + 1, comments: comments + 1, medbestemmelse: medbestemmelse + 1, proposals: proposals + 1 })

/**
 * Opens a behovsmelding in this tab. It is usable at once: content comes from this machine and from the server as they
 * answer (`loaded`). When `ended` is set, `close()` it and open another: after a refusal that one starts from what the
 * server has, with what was not taken among its `rescues`.
 */
export function openSession (request: OpenRequest, options: OpenOptions = {}): LiveSession {
  const page = options.page === undefined ? (typeof window === 'undefined' ? null : window) : options.page
  const doc = new Y.Doc()
  leaveUntidied(doc)
  const awareness = new Awareness(doc)
  const origin = { own: 'change' }
  const restoring = { own: 'change of an earlier visit' }
  const ledger = openLedger()
  const ended = watchable<Ended | null>(null)
  const rescues = watchable<readonly Rescue[]>([])
  const standing = watchable<Standing | null>(null, sameEntries)
  const news = watchable<News>({ view: 0, comments: 0, medbestemmelse: 0, proposals: 0 })
  const history = openHistory(doc, origin)
  const isBound = (): boolean => standing.get()?.mayWrite === false
  forgetDecided(doc, history.undo, request.personId, isBound)
  let closing: Promise<void> | null = null
  let wait: number = againMs.first
  let restoringBase = false
  // Whether something that came from the server changed anything here.
  let isNew = false
  let hasConnected = false
  const copy = openMachineCopy({
    request, doc, keptChanged: () => { status.update() },
    waits: () => ledger.count() + aside.count() > 0,
    clean: () => ledger.count() === 0 && !aside.parted() && status.answered(),
  })
  const aside = openAside(ledger, copy.keeper)
  const status = openStatus({ waiting: () => ledger.count() + aside.count(), kept: () => copy.keeper.kept() })
  const presence = openPresence(awareness, () => ({
    clientId: doc.clientID, personId: request.personId, name: request.self?.name ?? '', color: request.self?.color ?? 0,
    role: standing.get()?.role ?? null,
  }))

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
        aside.refuse(ordinal, code)
        end(code)
    }
    status.update()
  }

  function onEnded (reason: RefusalCode): void {
    if (verdictOnClose(reason) === 'refused') aside.refuse(0, reason)
    // Who may not read it any more keeps no copy either; what they wrote themselves stays theirs.
    if (reason === 'not-allowed' || reason === 'not-found') void copy.base.forget()
    end(reason)
    status.update()
  }

  // One who may not write is not asked for what they have. What waits is offered all the same, each change by itself: the
  // server alone knows which of them it took before the last connection broke, and refuses the others.
  function offerUnsent (): void {
    for (const change of ledger.unsent()) {
      ledger.offering(change)
      connection.offer(change.update)
    }
  }

  // Before the provider is made: so each change is in the ledger when the provider sends it.
  doc.on('update', (update: Uint8Array, from: unknown) => {
    if (from === restoring) return
    if (from === connection.origin) {
      isNew ||= !restoringBase
      return
    }
    if (!aside.parted()) copy.base.goesOn()
    const change = ledger.enter(update)
    if (aside.parted()) aside.add()
    else copy.keeper.changed(change)
    status.update()
  })

  const connection = prepareConnection(request, doc, awareness, { Socket: options.Socket ?? WebSocket, wake: page }, {
    opened () {
      ledger.connectionOpened()
      if (hasConnected) news.set(allRisen(news.get()))
      hasConnected = true
    },
    sent (kind) {
      if (kind === 'update') ledger.updateSent()
      else ledger.differenceSent()
    },
    taken (frames) {
      const settled = ledger.taken(frames)
      for (const change of settled) copy.base.learned(change.update)
      copy.keeper.settled(settled)
      if (ledger.count() === 0) copy.base.goesOn()
      if (settled.length > 0) wait = againMs.first
      status.answer()
    },
    refused: onRefused,
    standing (now) {
      // What was written while one might must not be taken back where one may only suggest.
      if (!now.mayWrite && !isBound()) history.undo.clear()
      standing.set(now)
      presence.selfChanged()
      status.answer()
      if (!now.mayWrite) offerUnsent()
    },
    // As it came: what Yjs tells of it lacks what others deleted and one has deleted oneself, and a base without that says what nobody wrote.
    arrived (updates) {
      if (isNew || ledger.count() + aside.count() > 0) for (const update of updates) copy.base.arrived(update)
      isNew = false
    },
    synced () { status.loaded() },
    changed (now) {
      status.connection(now)
      // The last moment at which what the server has is known: the base must hold what the coming offline changes build on.
      if (now !== 'offline') return
      if (!aside.parted()) copy.base.goesOn()
      void copy.base.flush()
    },
    beside (topic) { news.set({ ...news.get(), [topic]: news.get()[topic] + 1 }) },
    ended: onEnded,
  })

  function restore (found: Found): void {
    rescues.set(found.rescues)
    aside.found(found.refused)
    // What the server has is no news to it: applied as if it came from there, so that it is not sent as a change.
    restoringBase = true
    const fromMachine = found.base !== null && apply(doc, found.base, connection.origin)
    restoringBase = false
    doc.transact(() => {
      for (const row of found.pending) if (apply(doc, row.update, restoring)) ledger.enter(row.update, row.changes, row.key)
    }, restoring)
    if (fromMachine) status.loadedFromMachine()
    status.update()
  }

  const begun = begin(copy.find, found => {
    if (closing !== null || ended.get() !== null) return false
    restore(found)
    return found.pending.length > 0
  }, connection)

  const hide = (): void => { void copy.keeper.flush() }
  page?.addEventListener('pagehide', hide)

  async function shut (): Promise<void> {
    page?.removeEventListener('pagehide', hide)
    connection.stop()
    presence.stop()
    history.stop()
    // A machine that does not answer must not hold up the next session; `kept` has told the truth about it.
    await Promise.race([begun.then(copy.close), new Promise(resolve => { setTimeout(resolve, closeMs) })])
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
    news,
    ended,
    refused: aside.refused,
    rescues,
    setPlace: presence.setPlace,
    async dropRescue (epoch) {
      await copy.drop(epoch)
      rescues.set(rescues.get().filter(rescue => rescue.epoch !== epoch))
      if (epoch === request.epoch) aside.dropped()
    },
    close () {
      closing ??= shut()
      return closing
    },
  }
}
