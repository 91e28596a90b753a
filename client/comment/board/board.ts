import { newId } from '@samskriv/shared/base'
import { richOf } from '@samskriv/shared/document'
import type { CommentPlace } from '@samskriv/shared/api'
import type { Template } from '@samskriv/shared/template'
import type { CommentTarget, FormComments, Tally } from '../../form/comments.ts'
import { elementId } from '../../form/element-id.ts'
import { revealField } from '../../form/reveal.ts'
import type { LiveSession, Watchable } from '../../live/session.ts'
import { watchable, type Settable } from '../../live/watchable.ts'
import { store, stored } from '../../ui/storage.ts'
import { keepDraft, keptDrafts } from '../draft/kept.ts'
import { openDrafts, type Drafts } from '../draft/drafts.ts'
import { isRemoval, openRemovals, type Removals } from '../draft/removals.ts'
import { openSending, type Sending } from '../draft/sending.ts'
import { openThreads, type Threads } from '../thread/threads.ts'
import { unreadIn } from '../thread/unread.ts'
import { openAnchors, type AnchorWatch } from '../words/anchors.ts'
import { stretchAt } from '../words/stretch.ts'
import { commentService, type CommentService } from './service.ts'
import { filterAsText, filterFrom, type Filter } from './filter.ts'
import { standsAt, tally, tallyAt, tallyOfAll, type Tallies } from './tallies.ts'

/** Words that are chosen in a rich text of the page, in letters as it shows them. */
export interface Selected { readonly key: string, readonly from: number, readonly to: number }

/** What somebody wants to see, by the id of a thread or a draft. A new object each time. */
export interface Wanted { readonly id: string }

/** Where one was in the form: the element, and what it stood in, as an editor's element goes when nobody is in it. */
export interface From { readonly element: HTMLElement, readonly target: CommentTarget | null }

/** Everything about the comments of one behovsmelding that is open in this tab. No React here. */
export interface Board extends FormComments {
  readonly behovsmelding: string
  readonly personId: string
  readonly template: Template
  readonly session: LiveSession
  readonly threads: Threads
  readonly anchors: AnchorWatch
  readonly drafts: Drafts
  readonly sending: Sending
  readonly removals: Removals
  readonly service: CommentService
  readonly filter: Watchable<Filter>
  /** How many threads there are, all in all; watched with `watchTallies`. */
  totals(): Tally
  setFilter(filter: Filter): void
  /** The id of the thread, or the draft of one, that is open among the comments and stressed in the text. */
  readonly chosen: Watchable<string | null>
  choose(id: string | null): void
  /** What somebody asked to see: the page opens the panel, and the panel puts the focus there and null here. */
  readonly wanted: Settable<Wanted | null>
  /** Opens a thread, or a draft of one, and wants it seen. */
  want(id: string): void
  /** The words chosen in the text now; whoever watches the page says so. */
  readonly selected: Settable<Selected | null>
  /** What of the form had the focus last; whoever watches the page says so. */
  readonly from: Settable<From | null>
  /** Begins a comment where one is, or was last: on the chosen words, the field, the section, else the whole. */
  beginAnywhere(): void
  /** Gives the focus back to where one was in the form. */
  giveBack(): void
  close(): void
}

/** What a board is opened for. */
export interface BoardRequest { readonly session: LiveSession, readonly personId: string, readonly template: Template, readonly service?: CommentService }

/** What of the form an element stands in; null: nothing of it. */
export function targetAround (element: HTMLElement): CommentTarget | null {
  const key = element.closest('[data-key]')?.getAttribute('data-key') ?? element.closest('[data-item]')?.getAttribute('data-item') ?? null
  if (key !== null) return { kind: 'field', key }
  const section = element.closest('.ss-section')?.id.replace(elementId.section(''), '')
  return section === undefined ? null : { kind: 'section', section }
}

const filterKey = 'samskriv.comment-filter'

/** Opens the comments of a behovsmelding for a person. */
export function openBoard ({ session, personId, template, service = commentService(session.behovsmelding) }: BoardRequest): Board {
  const { behovsmelding, doc } = session
  const threads = openThreads({ news: session.news, fetch: service.fetch, markRead: service.markRead })
  const anchors = openAnchors(doc)
  const drafts = openDrafts(personId, behovsmelding)
  const sending = openSending({ calls: service, drafts, threads, status: session.status, personId })
  const removals = openRemovals({
    ask: service.remove,
    take: threads.take,
    keep: (entry, removal) => { keepDraft(personId, behovsmelding, `remove.${entry}`, removal) },
    kept: keptDrafts(personId, behovsmelding).filter(isRemoval),
  })
  const filter = watchable<Filter>(filterFrom(stored(filterKey)))
  const chosen = watchable<string | null>(null)
  const wanted = watchable<Wanted | null>(null)
  const selected = watchable<Selected | null>(null, (one, other) => JSON.stringify(one) === JSON.stringify(other))
  const from = watchable<From | null>(null)
  const tallies = watchable<Tallies>(new Map())
  const count = (): void => { tallies.set(tally(template, threads.get().threads, anchors.get(), personId, tallies.get())) }
  const stops = [threads.watch(count), anchors.watch(count)]
  count()

  const want = (id: string): void => {
    chosen.set(id)
    wanted.set({ id })
  }
  // A comment somebody began and wrote nothing in.
  const dropEmpty = (but?: string): void => {
    for (const draft of drafts.get()) if (draft.id !== but && draft.aim.kind === 'start' && draft.text.trim() === '') drafts.drop(draft.id)
  }
  const start = (place: CommentPlace, where: { readonly start?: unknown, readonly end?: unknown } = {}): void => {
    const same = drafts.get().find(({ aim }) => aim.kind === 'start' && JSON.stringify(aim.place) === JSON.stringify(place))
    if (same === undefined) dropEmpty()
    const id = same?.id ?? `start.${newId()}`
    if (same === undefined) drafts.write({ id, aim: { kind: 'start', place, ...where }, text: '', people: [] })
    want(id)
  }
  const beginInText = (key: string): void => {
    const words = selected.get()
    const stretch = words?.key === key ? stretchAt(richOf(doc, key), words.from, words.to) : null
    if (stretch === null) { start({ kind: 'field', key }); return }
    const { quote, before, after, ...where } = stretch
    start({ kind: 'text', key, quote, before, after }, where)
  }
  return {
    behovsmelding, personId, template, session, threads, anchors, drafts, sending, removals, service, filter, chosen, wanted, want, selected, from, beginInText,
    setFilter (next) {
      store(filterKey, filterAsText(next))
      filter.set(next)
    },
    choose (id) {
      if (id !== chosen.get()) dropEmpty(id ?? undefined)
      chosen.set(id)
    },
    totals: () => tallyOfAll(tallies.get()),
    tally: (target, own) => tallyAt(tallies.get(), target, own),
    watchTallies: changed => tallies.watch(changed),
    begin: target => { start(target) },
    beginAnywhere () {
      const words = selected.get()
      const target = from.get()?.target ?? null
      if (words !== null) beginInText(words.key)
      else if (target !== null) start(target)
      else start({ kind: 'whole' })
    },
    giveBack () {
      const back = from.get()
      if (back?.element.isConnected === true) back.element.focus({ preventScroll: true })
      else if (back?.target?.kind !== 'field' || !revealField(back.target.key)) document.getElementById('main')?.focus({ preventScroll: true })
    },
    show (target) {
      const here = threads.get().threads.filter(thread => standsAt(template, thread, anchors.get(), target))
      const one = here.find(thread => unreadIn(thread, personId) > 0) ?? here.find(thread => thread.resolution === null) ?? here[0]
      if (one !== undefined) want(one.id)
    },
    close () {
      for (const stop of stops) stop()
      removals.close()
      threads.close()
      anchors.close()
      drafts.close()
    },
  }
}
