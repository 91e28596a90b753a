import { useCallback, useMemo, useState, type KeyboardEvent, type RefObject } from 'react'
import { askedFor, whoIsMeant, withMention, type Person } from './mention.ts'

/** Most people offered at once: more letters narrow them down. */
const most = 6

/** Choosing a person while one writes: who is offered, which one is next to be taken, and what the keys do. */
export interface Mentions {
  readonly offered: readonly Person[]
  readonly active: number
  readonly setActive: (index: number) => void
  readonly take: (person: Person) => void
  /** Looks where the caret is now. */
  readonly look: () => void
  readonly close: () => void
  /** Gives true when the key was meant for the list. */
  readonly press: (event: KeyboardEvent) => boolean
}

/** Offers people after an `@`. `taken` is told the new text, where the caret belongs, and who it was. */
export function useMentions (field: RefObject<HTMLTextAreaElement | null>, people: readonly Person[], taken: (text: string, caret: number, person: Person) => void): Mentions {
  const [asked, setAsked] = useState<{ readonly from: number, readonly words: string } | null>(null)
  const [active, setActive] = useState(0)
  const offered = useMemo(() => asked === null ? [] : whoIsMeant(people, asked.words).slice(0, most), [asked, people])
  const close = useCallback((): void => { setAsked(null) }, [])
  const look = useCallback((): void => {
    const box = field.current
    const next = box === null || box.selectionStart !== box.selectionEnd ? null : askedFor(box.value, box.selectionStart)
    setAsked(before => before?.from === next?.from && before?.words === next?.words ? before : next)
    setActive(0)
  }, [field])
  const take = useCallback((person: Person): void => {
    const box = field.current
    if (box === null || asked === null) return
    const { text, caret } = withMention(box.value, asked.from, box.selectionStart, person)
    setAsked(null)
    taken(text, caret, person)
  }, [field, asked, taken])
  const press = useCallback((event: KeyboardEvent): boolean => {
    const one = offered[active]
    if (one === undefined || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return false
    switch (event.key) {
      case 'ArrowDown': setActive((active + 1) % offered.length); break
      case 'ArrowUp': setActive((active + offered.length - 1) % offered.length); break
      case 'Enter':
      case 'Tab': take(one); break
      case 'Escape': setAsked(null); break
      default: return false
    }
    event.preventDefault()
    event.stopPropagation()
    return true
  }, [offered, active, take])
  return { offered, active, setActive, take, look, close, press }
}
