import { isAllowedLink, isImageHash } from '@samskriv/shared/rich-text/schema'
import { emphasis, isOwnSlice, replaceTag, unwrap } from './element.ts'
import { gatherLists } from './list.ts'

/** What was pasted, without its debris. `droppedImages`: pictures that could not come along, which the person is told of. */
export interface Cleaned { readonly html: string, readonly droppedImages: number }

const dropped = 'style, script, meta, title, xml, head, template, iframe, object, embed, form, input, button, select, textarea, svg, math, audio, video, noscript, w\\:sdtpr, .MsoPlaceholderText, [showingplchdr="t"]'
const keptAttributes: Readonly<Record<string, readonly string[]>> = {
  A: ['href'], TD: ['colspan', 'rowspan'], TH: ['colspan', 'rowspan'], OL: ['start'],
  IMG: ['data-hash', 'data-type', 'alt', 'width', 'height'],
}
const meaningful = new Set([
  'A', 'P', 'BR', 'H4', 'H5', 'STRONG', 'B', 'EM', 'I', 'UL', 'OL', 'LI', 'TABLE', 'THEAD', 'TBODY', 'TFOOT', 'TR', 'TD', 'TH', 'IMG', 'DIV',
])

function dropComments (root: Element): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT | NodeFilter.SHOW_PROCESSING_INSTRUCTION)
  const found: Node[] = []
  while (walker.nextNode() !== null) found.push(walker.currentNode)
  for (const node of found) node.parentNode?.removeChild(node)
}

// Our form has headings 1–3 of its own: what is pasted starts below them.
function mapHeadings (root: Element): void {
  for (const heading of root.querySelectorAll('h1, h2, p.MsoTitle')) replaceTag(heading, 'h4')
  for (const heading of root.querySelectorAll('h3, h5, h6, p.MsoSubtitle')) replaceTag(heading, 'h5')
  for (const heading of root.querySelectorAll('h4, h5')) for (const bold of heading.querySelectorAll('b, strong')) unwrap(bold)
}

function cleanImages (root: Element): number {
  let count = 0
  for (const image of root.querySelectorAll('img, v\\:imagedata')) {
    if (isImageHash(image.getAttribute('data-hash'))) continue
    const alt = image.getAttribute('alt') ?? ''
    // Teams and web pages write emojis as tiny images whose alternative text is the character itself.
    if (/^\p{Extended_Pictographic}/u.test(alt) && [...alt].length <= 8) image.replaceWith(alt)
    else {
      count += isTracker(image) ? 0 : 1
      image.remove()
    }
  }
  return count
}

const isTracker = (image: Element): boolean => ['0', '1'].includes(image.getAttribute('width') ?? '') || ['0', '1'].includes(image.getAttribute('height') ?? '')

function cleanLinks (root: Element): void {
  for (const link of root.querySelectorAll('a')) {
    const address = (link.getAttribute('href') ?? '').trim()
    if (!isAllowedLink(address) || link.textContent.trim() === '') unwrap(link)
    else link.setAttribute('href', address)
  }
}

// A table of one cell only holds things in place (Outlook, web pages): what is in it is what was meant.
function unwrapLayoutTables (root: Element): void {
  for (const table of [...root.querySelectorAll('table')].toReversed()) {
    const cells = table.querySelectorAll('td, th')
    const [only] = cells
    if (cells.length === 1 && only !== undefined) table.replaceWith(...only.childNodes)
  }
}

function stripElement (element: Element): void {
  if (!meaningful.has(element.tagName)) { unwrap(element); return }
  const kept = keptAttributes[element.tagName] ?? []
  for (const name of element.getAttributeNames()) if (!kept.includes(name)) element.removeAttribute(name)
}

const isBare = (element: Element): boolean => /^[\s\u00A0\u200B]*$/.test(element.textContent) && element.querySelector('img, table') === null

function dropEmpty (root: Element): void {
  for (const element of [...root.querySelectorAll('strong, em, b, i, p, h4, h5, li, ul, ol')].toReversed()) {
    if (!isBare(element)) continue
    if (element.matches('strong, em, b, i')) unwrap(element)
    else if (element.closest('td, th') === null || !element.matches('p')) element.remove()
  }
}

/**
 * Takes what a browser gives of a paste from Word, Teams, Outlook or the web, and leaves paragraphs, our two levels of
 * headings, bold, italic, lists, tables and links that may be kept. Text is never dropped, placeholders and scripts are.
 * Our own clipboard passes as it is: the schema takes only images stored here.
 */
export function cleanPastedHtml (html: string): Cleaned {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  if (isOwnSlice(body)) return { html, droppedImages: 0 }
  dropComments(body)
  gatherLists(body)
  for (const element of body.querySelectorAll(dropped)) element.remove()
  const droppedImages = cleanImages(body)
  mapHeadings(body)
  emphasis(body)
  cleanLinks(body)
  unwrapLayoutTables(body)
  for (const element of [...body.querySelectorAll('*')].toReversed()) stripElement(element)
  dropEmpty(body)
  return { html: body.innerHTML, droppedImages }
}
