/** What stands in a text on the page without being part of it: others' carets, an image on its way. */
const besides = '[contenteditable=false], .ProseMirror-widget'

function textNodes (box: Element): Text[] {
  const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT)
  const found: Text[] = []
  while (walker.nextNode() !== null) {
    const node = walker.currentNode
    const beside = node.parentElement?.closest(besides)
    const isBeside = beside !== null && beside !== undefined && beside !== box && box.contains(beside)
    if (node instanceof Text && !isBeside) found.push(node)
  }
  return found
}

/** How many letters of a text stand before a point of the page, which lies in it. Line breaks between blocks are no letters. */
export function lettersBefore (box: Element, node: Node, offset: number): number {
  const point = document.createRange()
  point.setStart(node, offset)
  let count = 0
  for (const text of textNodes(box)) {
    if (text === node) return count + offset
    // The point lies before this text: in an element, between two others.
    if (point.comparePoint(text, 0) > 0) break
    count += text.data.length
  }
  return count
}

/** The stretch of the page that shows some letters of a text. Null when there are not so many. */
export function rangeOf (box: Element, from: number, to: number): Range | null {
  let count = 0
  let started = false
  const range = document.createRange()
  for (const text of textNodes(box)) {
    const { length } = text.data
    if (!started && from < count + length) {
      range.setStart(text, Math.max(0, from - count))
      started = true
    }
    if (started && to <= count + length) {
      range.setEnd(text, to - count)
      return range
    }
    count += length
  }
  return null
}
