// Keys of suggested items whose form has not come up yet.
const awaited = new Set<string>()

/** The keyboard is to go into what is just suggested, once it can be written in. */
export function awaitFocus (key: string): void { awaited.add(key) }

/** Whether the keyboard was to go there; asked once. */
export function takeFocus (key: string): boolean { return awaited.delete(key) }
