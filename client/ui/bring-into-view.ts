/** After so many frames it stays where it is, in frames: two seconds on most screens. */
const mostFrames = 120
/** So many frames in which nothing moved are rest. */
const calmFrames = 4
// One thing at a time is brought into view.
let going: AbortController | null = null
const ownMoves = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const

/**
 * Brings an element into view and keeps it there until the page has come to rest: what is out of sight has a guessed height
 * until it is drawn, so that one look is not enough. Ends at once when the person goes somewhere themselves.
 */
export function bringIntoView (element: Element, block: 'start' | 'center' | 'nearest'): void {
  going?.abort()
  const gone = going = new AbortController()
  for (const move of ownMoves) window.addEventListener(move, () => { gone.abort() }, { passive: true, signal: gone.signal, capture: true })
  let before = Number.NaN
  let calm = 0
  let frames = 0
  const look = (): void => {
    if (gone.signal.aborted) return
    element.scrollIntoView({ block })
    const { top } = element.getBoundingClientRect()
    calm = Math.abs(top - before) < 1 ? calm + 1 : 0
    before = top
    frames++
    if (calm < calmFrames && frames < mostFrames && element.isConnected) requestAnimationFrame(look)
    else gone.abort()
  }
  look()
}
