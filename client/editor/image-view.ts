import type { NodeViewRenderer } from '@tiptap/core'

const text = (value: unknown): string => typeof value === 'string' ? value : ''
const size = (value: unknown): string | null => typeof value === 'number' && value > 0 ? String(value) : null

/**
 * Shows an image from its hash. The address is made when it is shown and never stands in the document. What an image looks
 * like as DOM is the same here and in the static rendering.
 */
export function imageView (address: (hash: unknown) => string | null): NodeViewRenderer {
  return ({ node }) => {
    const image = document.createElement('img')
    image.className = 'ss-image'
    image.alt = text(node.attrs['alt'])
    image.dataset['hash'] = text(node.attrs['hash'])
    const [source, width, height] = [address(node.attrs['hash']), size(node.attrs['width']), size(node.attrs['height'])]
    // Width and height keep the room while it loads: text that jumps is text one cannot click into.
    if (width !== null) image.setAttribute('width', width)
    if (height !== null) image.setAttribute('height', height)
    if (source !== null) image.src = source
    image.draggable = false
    return { dom: image }
  }
}
