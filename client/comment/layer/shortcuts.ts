/** Keys for comments, wherever one is on the page. As ProseMirror writes them: `Mod` is ⌘ on a Mac, else Ctrl. */
export const shortcuts = { comment: 'Mod-Alt-m', next: 'Alt-PageDown', previous: 'Alt-PageUp' } as const

/** What a key asks for; null: nothing of ours. On layouts with AltGr, Ctrl+Alt is also how some letters are typed: those are left alone. */
export function shortcutOf (event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'getModifierState'>): keyof typeof shortcuts | null {
  if (!event.altKey || event.shiftKey) return null
  if (event.ctrlKey || event.metaKey) return event.code === 'KeyM' && !event.getModifierState('AltGraph') ? 'comment' : null
  return event.key === 'PageDown' ? 'next' : event.key === 'PageUp' ? 'previous' : null
}
