/**
 * The one closed list of reasons, with the HTTP status each is answered with. The live half uses the same codes in its
 * refusal frames. Every code has a message in every language (`shared/i18n`, checked by a test).
 */
export const refusals = {
  'not-signed-in': 401,
  'not-allowed': 403,
  'foreign-origin': 403,
  'not-found': 404,
  'wrong-state': 409,
  'old-epoch': 409,
  'old-schema': 409,
  'changed-meanwhile': 409,
  'foreign-author': 403,
  'only-suggest': 403,
  'junk': 400,
  'invalid': 400,
  'too-large': 413,
  'document-full': 413,
  'images-full': 413,
  'too-fast': 429,
  'unsupported-type': 415,
  'link-unknown': 404,
  'link-used': 410,
  'link-expired': 410,
  'last-eier': 409,
  'reason-needed': 400,
  'lock-has-errors': 409,
  'round-open': 409,
  'round-closed': 409,
  'other-version': 409,
  'storage-failed': 507,
  'broken': 500,
  'shutting-down': 503,
} as const

/** A code from the closed list of refusals. */
export type RefusalCode = keyof typeof refusals

/** Narrows a string that came over a wire to a refusal code. */
export function isRefusalCode (code: string): code is RefusalCode {
  return Object.hasOwn(refusals, code)
}
