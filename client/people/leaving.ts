/** Goes with the way to the sign-out page when somebody asked to leave, so that a bare link there signs nobody out. */
export const leaving = { leaving: true } as const

/** Whether a page was come to by asking to leave. */
export function isLeaving (state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'leaving' in state && state.leaving === true
}
