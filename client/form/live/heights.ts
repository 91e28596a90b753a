/** How long the form has had its width before the heights are learned anew, in ms. */
const restMs = 400
const groups = '.ss-section__fields, .ss-item__body'

const whenIdle = (work: () => void): void => {
  if ('requestIdleCallback' in window) window.requestIdleCallback(work, { timeout: 2_000 })
  else setTimeout(work, 50)
}

/**
 * Has the browser learn how high each field is, a section or tiltak at a time
 * while nothing else is to be done. A field out of sight is not
 * laid out (`content-visibility`) and has a guessed height until it was once: without this the page changes its length under
 * one who scrolls, and what one is about to press moves away. Again when the form gets another width. Gives the stop.
 */
export function learnHeights (form: HTMLElement): () => void {
  let run = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let width = 0
  const learn = (mine: number, [group, ...left]: readonly Element[]): void => {
    if (mine !== run || group === undefined) return
    // All that stand beside each other at once: they are as high as the highest.
    const some = group.querySelectorAll<HTMLElement>(':scope > .ss-field')
    for (const field of some) field.style.contentVisibility = 'visible'
    // What was drawn in one frame is remembered by the next.
    requestAnimationFrame(() => {
      requestAnimationFrame(() => {
        for (const field of some) field.style.contentVisibility = ''
        whenIdle(() => { learn(mine, left) })
      })
    })
  }
  const observer = new ResizeObserver(([entry]) => {
    const now = entry?.contentBoxSize[0]?.inlineSize ?? 0
    if (now === width) return
    const isFirst = width === 0
    width = now
    const mine = ++run
    clearTimeout(timer)
    timer = setTimeout(() => { whenIdle(() => { learn(mine, [...form.querySelectorAll(groups)]) }) }, isFirst ? 0 : restMs)
  })
  observer.observe(form)
  return () => {
    run++
    clearTimeout(timer)
    observer.disconnect()
  }
}
