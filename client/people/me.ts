import type { Me, Person } from '@samskriv/shared/api'
import { useSyncExternalStore } from 'react'
import { fetchMe, saveMe, watchSignedOut, type Failure } from '../api/index.ts'
import { changeLanguage, languageIsChosen } from '../i18n/index.ts'
import { store, stored } from '../ui/storage.ts'

/** The person who is signed in. */
export type MyPerson = NonNullable<Me['person']>

/**
 * What is known about who sits here. `stale`: the server could not be asked; this is who it was last time on this machine,
 * so that one can go on with what is kept here.
 */
export type MeState =
  | { readonly kind: 'asking' }
  | { readonly kind: 'failed', readonly failure: Failure }
  | { readonly kind: 'known', readonly person: MyPerson | null, readonly stale: boolean }

const storageKey = 'samskriv.me'
const watchers = new Set<() => void>()
let state: MeState = { kind: 'asking' }
let turn = 0

function become (next: MeState): void {
  state = next
  for (const changed of watchers) changed()
}

function lastTime (): MyPerson | null {
  try {
    // Written by `know` below, on this machine, in this shape.
    return JSON.parse(stored(storageKey) ?? 'null') as MyPerson | null
  } catch {
    return null
  }
}

function know (person: MyPerson | null): void {
  store(storageKey, person === null ? null : JSON.stringify(person))
  become({ kind: 'known', person, stale: false })
}

/** Asks the server who sits here, and follows the language that person has chosen. Of two askings only the later counts. Asked once when the page begins. */
export async function askWhoIAm (): Promise<void> {
  turn += 1
  const mine = turn
  const answer = await fetchMe()
  if (mine !== turn) return
  if (answer.ok) {
    const { person } = answer.value
    if (person !== null) await changeLanguage(person.language)
    know(person)
    return
  }
  const before = lastTime()
  if (answer.refusal.code === 'unreachable' && before !== null) become({ kind: 'known', person: before, stale: true })
  else become({ kind: 'failed', failure: answer.refusal })
}

/** After signing in: a language chosen on this machine before it follows the person. */
export async function signedInAs (person: Person, chosenHere: Person['language']): Promise<void> {
  if (languageIsChosen() && person.language !== chosenHere) await saveMe({ language: chosenHere })
  await askWhoIAm()
}

/** Forgets who sat here. */
export function forgetMe (): void { know(null) }

/** Who sits here; renders again when that changes. */
export function useMe (): MeState {
  return useSyncExternalStore(changed => {
    watchers.add(changed)
    return () => { watchers.delete(changed) }
  }, () => state)
}

/** Chooses the language here and for this person everywhere. */
export async function chooseLanguage (language: Person['language']): Promise<void> {
  const changed = await changeLanguage(language)
  if (!changed || state.kind !== 'known' || state.person === null) return
  const answer = await saveMe({ language })
  if (answer.ok) know(answer.value.person)
}

watchSignedOut(() => { if (state.kind === 'known' && state.person !== null) know(null) })
