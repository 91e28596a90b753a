import type { Board } from '../board/board.ts'
import type { Listed } from '../board/use-listed.ts'
import { rangeOfDraft } from '../words/draft-range.ts'
import { apart } from './apart.ts'
import { lookAtPage, type Page } from './where.ts'

/** Least time between two looks at where words are because of what people write, in ms. What moves the page is looked at in the next frame. */
const writingMs = 300

const ends = ['pointerup', 'pointercancel'] as const

/** Cards beside the text. */
export interface Rail {
  /** Takes a card's element as it comes (null: as it goes). */
  take(id: string, element: HTMLElement | null): void
  /** Takes the column the cards stand in. */
  stand(column: HTMLElement | null): void
  /** What is shown now, in order, and which card is open. */
  show(items: readonly Listed[], chosen: string | null): void
  /** Follows what may move. Gives the stop. */
  follow(): () => void
}

// The words a card stands beside, or the place where there are none to see.
function besideWhat (item: Listed, page: Page, board: Board): Element | Range | null {
  if (item.kind === 'thread') return (item.standing === null ? null : page.words(item.id)) ?? page.place(item.thread.place, item.standing)
  const { aim } = item.draft
  return aim.kind === 'start' ? rangeOfDraft(board, item.draft) ?? page.place(aim.place) : null
}

/**
 * Keeps each card beside what it is about. Everything is measured in one pass, at most once a frame, and only when something
 * may have moved: the form or a card has another size, words have gone elsewhere, another card is open. No React: cards are
 * moved by their style.
 */
export function openRail (board: Board): Rail {
  const cards = new Map<string, HTMLElement>()
  const heights = new WeakMap<Element, number>()
  let column: HTMLElement | null = null
  let shown: readonly Listed[] = []
  let chosen: string | null = null
  let frame = 0
  // The words that were laid out when they were measured last, and where below the column's top.
  let inSight: { readonly element: Element, readonly edge: number }[] = []

  const place = (): void => {
    frame = 0
    if (column === null) return
    const here = shown.flatMap(item => { const card = cards.get(item.id); return card === undefined ? [] : { item, card } })
    const page = lookAtPage(board.template)
    const { top } = column.getBoundingClientRect()
    let last = 0
    inSight = []
    const wants = here.map(({ item, card }) => {
      const beside = besideWhat(item, page, board)
      // What the form has no place for stands after what it has one for.
      last = beside === null ? last : beside.getBoundingClientRect().top - top
      if (beside instanceof Element && beside.hasAttribute('data-comment')) inSight.push({ element: beside, edge: last })
      return { id: item.id, want: last, height: heights.get(card) ?? card.offsetHeight }
    })
    const tops = apart(wants, chosen, 0)
    let end = 0
    for (const [index, { card }] of here.entries()) {
      const y = Math.round(tops[index] ?? 0)
      end = Math.max(end, y + (wants[index]?.height ?? 0))
      // Not by a transform: two hundred of them cost the browser some ms at every letter, also where nothing moves.
      const edge = `${y}px`
      if (card.style.insetBlockStart !== edge) card.style.insetBlockStart = edge
      // From the second time on it glides.
      if (!('placed' in card.dataset)) requestAnimationFrame(() => { card.dataset['placed'] = '' })
    }
    const blockSize = `${Math.ceil(end)}px`
    if (column.style.blockSize !== blockSize) column.style.blockSize = blockSize
  }
  // A letter seldom moves words to another line: then all is measured again.
  const check = (): void => {
    if (column === null || frame !== 0) return
    const { top } = column.getBoundingClientRect()
    if (inSight.some(({ element, edge }) => !element.isConnected || Math.abs(element.getBoundingClientRect().top - top - edge) > 2)) soon()
  }
  // What somebody is just pressing does not move away under the pointer: the press would be lost.
  let isPressed = false
  const soon = (): void => { if (frame === 0 && !isPressed) frame = requestAnimationFrame(place) }
  const press = (): void => {
    isPressed = true
    cancelAnimationFrame(frame)
    frame = 0
  }
  const release = (): void => {
    if (!isPressed) return
    isPressed = false
    soon()
  }
  // The click comes after it.
  const releaseSoon = (): void => { setTimeout(release) }
  const sizes = new ResizeObserver(entries => {
    for (const { target, borderBoxSize } of entries) heights.set(target, borderBoxSize[0]?.blockSize ?? 0)
    soon()
  })
  return {
    take (id, element) {
      const before = cards.get(id)
      if (before !== undefined) sizes.unobserve(before)
      cards.delete(id)
      if (element === null) return
      cards.set(id, element)
      sizes.observe(element)
    },
    stand (element) { column = element },
    show (items, open) {
      shown = items
      chosen = open
      place()
    },
    follow () {
      const form = document.querySelector('.ss-form')
      const stack = document.querySelector('.ss-page-stack')
      const moved = new ResizeObserver(soon)
      for (const element of [form, stack]) if (element !== null) moved.observe(element)
      // What comes into sight is laid out, and its words can be measured.
      form?.addEventListener('contentvisibilityautostatechange', soon)
      let waiting: ReturnType<typeof setTimeout> | null = null
      const write = (): void => { waiting ??= setTimeout(() => { waiting = null; check() }, writingMs) }
      board.session.doc.on('update', write)
      const pressed = column
      pressed?.addEventListener('pointerdown', press)
      for (const end of ends) window.addEventListener(end, releaseSoon)
      const stop = board.anchors.watch(soon)
      return () => {
        moved.disconnect()
        form?.removeEventListener('contentvisibilityautostatechange', soon)
        board.session.doc.off('update', write)
        pressed?.removeEventListener('pointerdown', press)
        for (const end of ends) window.removeEventListener(end, releaseSoon)
        stop()
        if (waiting !== null) clearTimeout(waiting)
        cancelAnimationFrame(frame)
        frame = 0
      }
    },
  }
}
