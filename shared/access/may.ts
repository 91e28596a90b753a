/** The role a person has in one behovsmelding. */
export const roles = ['eier', 'uh', 'tillitsvalgt', 'leser'] as const
/** The role a person has in one behovsmelding (PRODUCT: who uses it). */
export type Role = (typeof roles)[number]

/** The states on the road of a behovsmelding. */
export const states = ['utkast', 'medbestemmelse', 'låst', 'levert'] as const
/** A state on the road of a behovsmelding. */
export type State = (typeof states)[number]

/** What somebody may want to do with a behovsmelding. */
export const actions = [
  'read', 'export', 'write', 'suggest', 'comment', 'propose', 'settle-proposal', 'stance', 'open-round', 'move-deadline', 'close-round', 'name-version', 'restore',
  'lock', 'reopen', 'deliver', 'invite', 'remove-member', 'read-audit',
] as const
/** Something one may do with a behovsmelding. */
export type Action = (typeof actions)[number]

type Row = Readonly<Record<State, readonly Role[]>>
const everybody = roles
const writers = ['eier', 'uh', 'tillitsvalgt'] as const
const nobody: readonly Role[] = []

/** The one table of rights (PRODUCT.md, "The road of a behovsmelding"): which roles may do what in which state. */
export const rights: Readonly<Record<Action, Row>> = {
  'read': { utkast: everybody, medbestemmelse: everybody, låst: everybody, levert: everybody },
  'export': { utkast: everybody, medbestemmelse: everybody, låst: everybody, levert: everybody },
  'write': { utkast: writers, medbestemmelse: ['eier', 'uh'], låst: nobody, levert: nobody },
  // A tillitsvalgt does not write in medbestemmelse, but may say how it should read.
  'suggest': { utkast: writers, medbestemmelse: writers, låst: nobody, levert: nobody },
  'comment': { utkast: writers, medbestemmelse: writers, låst: nobody, levert: nobody },
  // What was written too late may be sent in whatever has happened since; it is taken where one may write.
  'propose': { utkast: writers, medbestemmelse: writers, låst: writers, levert: writers },
  'settle-proposal': { utkast: ['eier'], medbestemmelse: ['eier'], låst: ['eier'], levert: ['eier'] },
  'stance': { utkast: nobody, medbestemmelse: ['tillitsvalgt'], låst: nobody, levert: nobody },
  'open-round': { utkast: ['eier'], medbestemmelse: ['eier'], låst: nobody, levert: nobody },
  'move-deadline': { utkast: nobody, medbestemmelse: ['eier'], låst: nobody, levert: nobody },
  'close-round': { utkast: nobody, medbestemmelse: ['eier'], låst: nobody, levert: nobody },
  'name-version': { utkast: ['eier', 'uh'], medbestemmelse: ['eier', 'uh'], låst: nobody, levert: nobody },
  'restore': { utkast: ['eier'], medbestemmelse: nobody, låst: nobody, levert: nobody },
  'lock': { utkast: ['eier'], medbestemmelse: ['eier'], låst: nobody, levert: nobody },
  'reopen': { utkast: nobody, medbestemmelse: nobody, låst: ['eier'], levert: ['eier'] },
  'deliver': { utkast: nobody, medbestemmelse: nobody, låst: ['eier'], levert: nobody },
  'invite': { utkast: ['eier'], medbestemmelse: ['eier'], låst: ['eier'], levert: ['eier'] },
  'remove-member': { utkast: ['eier'], medbestemmelse: ['eier'], låst: ['eier'], levert: ['eier'] },
  'read-audit': { utkast: ['eier'], medbestemmelse: ['eier'], låst: ['eier'], levert: ['eier'] },
}

/**
 * Whether a role may do something in a state. The server decides with it, the client greys out with it.
 * A person with no role in the behovsmelding (`null`) may nothing.
 */
export function may (role: Role | null, state: State, action: Action): boolean {
  return role !== null && rights[action][state].includes(role)
}
