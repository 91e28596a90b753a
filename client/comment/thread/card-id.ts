/** Id of the button that opens a thread's card, or a draft's. */
export const cardId = (thread: string): string => `ss-thread-${thread}`
