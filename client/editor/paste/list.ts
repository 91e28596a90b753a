import { styleOf } from './element.ts'

/** One paragraph that Word only made look like a list. */
interface Point { readonly element: Element, readonly level: number, readonly ordered: boolean, readonly start: number }

const bullet = /^[\s\u00A0]*[·•▪◦●○■‣⁃\uF0B7\uF0A7][\s\u00A0]*/
const leading = /^[\s\u00A0]*(?:[·•▪◦●○■‣⁃\uF0B7\uF0A7§o–-]|\(?(\d{1,3}|[a-z]{1,4})[.)])[\s\u00A0]+/i

const isIgnored = (element: Element): boolean => styleOf(element, 'mso-list') === 'ignore'

// The bullet Word writes for browsers that know no lists: it says whether the list is numbered, then it goes.
function takeMarker (element: Element): string {
  const marker = [...element.querySelectorAll('[style]')].find(isIgnored)
  if (marker !== undefined) {
    const text = marker.textContent
    marker.remove()
    return text
  }
  return takeLeading(element, leading)
}

function takeLeading (element: Element, pattern: RegExp): string {
  const [found = ''] = pattern.exec(element.textContent) ?? []
  let left = found.length
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  while (left > 0 && walker.nextNode() !== null) {
    const node = walker.currentNode
    const text = node.nodeValue ?? ''
    node.nodeValue = text.slice(left)
    left -= Math.min(left, text.length)
  }
  return found
}

const isOrdered = (marker: string): boolean => /[\dA-Za-z]{1,4}[.)]/.test(marker)
const startOf = (marker: string): number => Number(/\d+/.exec(marker)?.[0] ?? 1)

function pointOf (element: Element): Point | null {
  if (!element.matches('p, div')) return null
  const list = styleOf(element, 'mso-list')
  if (list !== '' && list !== 'none' && !isIgnored(element)) {
    const marker = takeMarker(element)
    return { element, level: Number(/level(\d)/.exec(list)?.[1] ?? 1), ordered: isOrdered(marker), start: startOf(marker) }
  }
  if (/MsoListParagraph/i.test(element.className) && leading.test(element.textContent)) {
    const marker = takeMarker(element)
    return { element, level: 1, ordered: isOrdered(marker), start: startOf(marker) }
  }
  if (element.matches('p') && bullet.test(element.textContent)) {
    takeLeading(element, bullet)
    return { element, level: 1, ordered: false, start: 1 }
  }
  return null
}

function makeList (point: Point): Element {
  const list = document.createElement(point.ordered ? 'ol' : 'ul')
  if (point.ordered && point.start > 1) list.setAttribute('start', String(point.start))
  return list
}

// Nests a run of points by their levels. A level that is skipped is not made up.
function buildLists (points: readonly Point[]): void {
  const stack: { readonly list: Element, readonly level: number, readonly ordered: boolean }[] = []
  for (const point of points) {
    while (stack.length > 0 && (stack.at(-1)?.level ?? 0) > point.level) stack.pop()
    const top = stack.at(-1)
    if (top?.level === point.level && top.ordered !== point.ordered) stack.pop()
    let current = stack.at(-1)
    if (current === undefined || current.level < point.level) {
      const list = makeList(point)
      const parent = current?.list.lastElementChild
      if (parent === null || parent === undefined) point.element.before(list)
      else parent.append(list)
      current = { list, level: point.level, ordered: point.ordered }
      stack.push(current)
    }
    const item = document.createElement('li')
    const text = document.createElement('p')
    text.append(...point.element.childNodes)
    item.append(text)
    current.list.append(item)
    point.element.remove()
  }
}

// Word on the web wraps each point in a list, and each list in a container, of its own.
function joinNeighbours (root: Element): void {
  for (const wrapper of root.querySelectorAll('.ListContainerWrapper')) wrapper.replaceWith(...wrapper.childNodes)
  for (const list of root.querySelectorAll('ul, ol')) {
    const before = list.previousElementSibling
    const between = list.previousSibling
    const adjacent = between === before || (between?.textContent?.trim() === '' && between.previousSibling === before)
    if (before === null || !adjacent || before.tagName !== list.tagName || list.querySelector('[data-aria-level]') === null) continue
    before.append(...list.childNodes)
    list.remove()
  }
}

/** Turns what only looks like lists (Word's paragraphs with typed bullets) into lists. */
export function gatherLists (root: Element): void {
  joinNeighbours(root)
  let run: Point[] = []
  let last: Element | null = null
  const close = (): void => { buildLists(run); run = [] }
  for (const element of root.querySelectorAll('p, div')) {
    if (element.closest('li') !== null || element.querySelector('p, div, table, ul, ol') !== null) continue
    const point = pointOf(element)
    if (point === null) continue
    if (last !== element.previousElementSibling) close()
    run.push(point)
    last = element
  }
  close()
}
