const isMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.userAgent)

/** A shortcut as people know it: `Ctrl+B`, `⌘B` on a Mac. */
export function shownShortcut (shortcut: string, mac = isMac()): string {
  const parts = shortcut.split('-').map(part => part.length === 1 ? part.toUpperCase() : part)
  if (!mac) return parts.join('+').replace('Mod', 'Ctrl')
  return parts.join('').replace('Mod', '⌘').replace('Shift', '⇧').replace('Alt', '⌥')
}

/** The same for `aria-keyshortcuts`. */
export function spokenShortcut (shortcut: string, mac = isMac()): string {
  return shortcut.replaceAll('-', '+').replace('Mod', mac ? 'Meta' : 'Control')
}
