import type { CommentPlace } from '@samskriv/shared/api'
import type { Watchable } from '../../live/session.ts'
import { watchable } from '../../live/watchable.ts'
import type { Person } from '../write/mention.ts'
import { keepDraft, keptDrafts } from './kept.ts'

/** What a draft is to become. `start`, `end`: Yjs relative positions of the words it is about, as JSON. */
export type Aim =
  | { readonly kind: 'start', readonly place: CommentPlace, readonly start?: unknown, readonly end?: unknown }
  | { readonly kind: 'reply', readonly thread: string }
  | { readonly kind: 'edit', readonly thread: string, readonly entry: string }
  | { readonly kind: 'resolve', readonly thread: string }

/** Something begun and not sent: its words as one writes them, with the people chosen in it. */
export interface Draft { readonly id: string, readonly aim: Aim, readonly text: string, readonly people: readonly Person[] }

/** What has been begun and not sent. The list is another one when a draft comes, goes, gets its first or loses its last word; not for each letter. */
export interface Drafts extends Watchable<readonly Draft[]> {
  at(id: string): Draft | undefined
  /** Puts a draft as it is now. */
  write(draft: Draft): void
  drop(id: string): void
  close(): void
}

/** The id of a draft in a thread: one of each kind. A new thread's is made by whoever begins it. */
export function draftId (aim: Exclude<Aim, { kind: 'start' }>): string {
  return aim.kind === 'edit' ? `edit.${aim.thread}.${aim.entry}` : `${aim.kind}.${aim.thread}`
}

/** How long one pauses before what one writes is kept, in ms: storage is written while nobody waits for a letter. */
const pauseMs = 250

const kinds: readonly unknown[] = ['start', 'reply', 'edit', 'resolve']

function isDraft (value: unknown): value is Draft {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' && 'text' in value && typeof value.text === 'string'
    && 'people' in value && Array.isArray(value.people) && 'aim' in value && typeof value.aim === 'object' && value.aim !== null && 'kind' in value.aim && kinds.includes(value.aim.kind)
}

/** Keeps what a person has begun in a behovsmelding, over a reload and without network. What is empty is not kept. */
export function openDrafts (personId: string, behovsmelding: string, page: Pick<Window, 'addEventListener' | 'removeEventListener'> = window): Drafts {
  const byId = new Map<string, Draft>()
  for (const kept of keptDrafts(personId, behovsmelding)) if (isDraft(kept)) byId.set(kept.id, kept)
  const list = watchable<readonly Draft[]>([...byId.values()])
  const unkept = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | null = null

  const keep = (): void => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    for (const id of unkept) {
      const draft = byId.get(id)
      keepDraft(personId, behovsmelding, id, draft === undefined || draft.text.trim() === '' ? null : draft)
    }
    unkept.clear()
  }
  const change = (id: string): void => {
    unkept.add(id)
    timer ??= setTimeout(keep, pauseMs)
  }
  page.addEventListener('pagehide', keep)
  return {
    get: () => list.get(),
    watch: changed => list.watch(changed),
    at: id => byId.get(id),
    write (draft) {
      const before = byId.get(draft.id)
      byId.set(draft.id, draft)
      change(draft.id)
      if (before === undefined || before.aim !== draft.aim || (before.text.trim() === '') !== (draft.text.trim() === '')) list.set([...byId.values()])
    },
    drop (id) {
      if (!byId.delete(id)) return
      unkept.add(id)
      // At once: what has been sent must not come back after a reload.
      keep()
      list.set([...byId.values()])
    },
    close () {
      keep()
      page.removeEventListener('pagehide', keep)
    },
  }
}
