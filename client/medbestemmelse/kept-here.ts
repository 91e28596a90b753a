const prefix = 'samskriv.draft.'

/** What somebody is in the middle of writing: the person's, about a behovsmelding; `part`: which of several. */
export function draftKey (personId: string, behovsmelding: string, part: string): string {
  return `${prefix}${personId}.${behovsmelding}.${part}`
}

/** Keeps a text on this machine, or with null forgets it. False: the browser would not (forbidden, or full), so it is not kept. */
export function keepHere (key: string, text: string | null): boolean {
  try {
    if (text === null) localStorage.removeItem(key)
    else localStorage.setItem(key, text)
    return true
  } catch {
    return false
  }
}

/** What is kept under a key; null when nothing is, or nothing can be read. */
export function keptHere (key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function keys (): readonly string[] {
  try {
    return Object.keys(localStorage).filter(key => key.startsWith(prefix))
  } catch {
    return []
  }
}

/** The behovsmeldinger in which a person has something written here that the server has not, for each such text. */
export function unsentDrafts (personId: string): readonly string[] {
  const own = `${prefix}${personId}.`
  return keys().filter(key => key.startsWith(own)).map(key => key.slice(own.length).split('.')[0] ?? '')
}

/** Forgets everything that was kept, at sign-out, when the person has been asked. */
export function forgetDrafts (): void { for (const key of keys()) keepHere(key, null) }
