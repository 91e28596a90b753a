/** Puts what an element holds in its place. */
export function unwrap (element: Element): void {
  element.replaceWith(...element.childNodes)
}

/** The same content under another tag, without attributes. Gives the new element. */
export function replaceTag (element: Element, tag: string): Element {
  const made = document.createElement(tag)
  made.append(...element.childNodes)
  element.replaceWith(made)
  return made
}

/** The value of one property in a style attribute, lower case. Read as text: Word's own (`mso-list`) are unknown to the browser. */
export function styleOf (element: Element, property: string): string {
  const style = element.getAttribute('style') ?? ''
  const found = style.split(';').map(part => part.split(':')).find(([name]) => name?.trim().toLowerCase() === property)
  return found === undefined ? '' : found.slice(1).join(':').trim().toLowerCase()
}

/** Whether the clipboard was filled by an editor of ours (ProseMirror marks it), so that nothing needs cleaning. */
export function isOwnSlice (root: Element): boolean {
  return root.querySelector('[data-pm-slice]') !== null
}

const isBold = (weight: string): boolean => weight === 'bold' || weight === 'bolder' || Number(weight) >= 600
const isNormal = (weight: string): boolean => weight === 'normal' || (weight !== '' && Number(weight) < 600)

function wrapContent (element: Element, tag: string): void {
  const made = document.createElement(tag)
  made.append(...element.childNodes)
  element.append(made)
}

/** Turns styles that mean bold or italic into elements, and elements whose style says they are not (Google's `<b>` around all) into nothing. */
export function emphasis (root: Element): void {
  for (const element of root.querySelectorAll('span[style], font[style], b[style], strong[style], i[style], em[style]')) {
    const [weight, slope] = [styleOf(element, 'font-weight'), styleOf(element, 'font-style')]
    const [tagBold, tagItalic] = [element.matches('b, strong'), element.matches('i, em')]
    const inHeading = element.closest('h4, h5') !== null
    if (!tagItalic && slope === 'italic') wrapContent(element, 'em')
    if (!tagBold && !inHeading && isBold(weight)) wrapContent(element, 'strong')
    if ((tagBold && isNormal(weight)) || (tagItalic && slope === 'normal')) unwrap(element)
  }
}
