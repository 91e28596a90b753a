/** Where the store tells the operator what happened, in English sentences. Nothing from a form is ever in them. */
export interface StoreLog {
  info (message: string): void
  warn (message: string): void
  error (message: string): void
}
