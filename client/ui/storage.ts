/** Reads what this browser keeps under a key; null when nothing, or when storage is forbidden. */
export function stored (key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

/** Keeps a text on this machine. A browser that forbids storage, or has none left, keeps nothing: only comfort may depend on it. */
export function store (key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key)
    else localStorage.setItem(key, value)
  } catch {
    // Comfort only.
  }
}
