import { isId } from '../base/index.ts'

const threadHash = 'kommentar-'

/** The thread that the hash of an address names (`pagePath.thread`), or null. */
export function threadInHash (hash: string): string | null {
  const id = hash.startsWith(`#${threadHash}`) ? hash.slice(threadHash.length + 1) : ''
  return isId(id) ? id : null
}

/** Addresses of the app's pages, as the server hands them out and the browser's router knows them. */
export const pagePath = {
  home: '/',
  behovsmelding: (id: string): string => `/b/${id}`,
  /** A thread of comments beside the text. Behind the #, so that it goes to no server. */
  thread: (id: string, thread: string): string => `/b/${id}#${threadHash}${thread}`,
  /** Two states compared: numbers of versions; `to` null is the text as it is now. */
  compare: (id: string, from: number, to: number | null): string => `/b/${id}/sammenlign?fra=${from}${to === null ? '' : `&til=${to}`}`,
  /** Medbestemmelse: the round that is open, else the last one. */
  medbestemmelse: (id: string): string => `/b/${id}/medbestemmelse`,
  /** One round: its version, and what was said of it. */
  round: (id: string, round: number): string => `/b/${id}/runde/${round}`,
  /** A round's protokoll. */
  protokoll: (id: string, round: number): string => `/b/${id}/runde/${round}/protokoll`,
  /** Who wrote what in the text as it is now. */
  whoWrote: (id: string): string => `/b/${id}/hvem`,
  /** The audit log of a behovsmelding, and of the whole installation. */
  audit: (id: string): string => `/b/${id}/logg`,
  adminAudit: '/admin/logg',
  /** "Is this the delivered version?", for anybody with a file. */
  check: '/sjekk',
  /** The page of a one-time link. Opening it uses nothing up: mail scanners open links. */
  link: (token: string): string => `/inn/${token}`,
} as const
