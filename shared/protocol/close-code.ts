/**
 * Why the server closed a socket. 4400–4499: reconnecting cannot help (y-websocket 3 stops); 4500–4599: later.
 */
export const closeCode = {
  junk: 4400,
  notSignedIn: 4401,
  notAllowed: 4403,
  noSuchDocument: 4404,
  oldEpoch: 4409,
  tooLarge: 4413,
  oldSchema: 4426,
  tooFast: 4429,
  shuttingDown: 4503,
  storageFailed: 4507,
} as const
