import { type Extensions, getSchema } from '@tiptap/core'
import { Image } from '@tiptap/extension-image'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import type { Schema } from '@tiptap/pm/model'
import { StarterKit } from '@tiptap/starter-kit'
import { isAllowedLink, isImageHash, linkProtocols } from './allowed.ts'

export { isAllowedLink, isImageHash, linkProtocols } from './allowed.ts'

const pixels = (value: string | null): number | null => value !== null && /^[1-9]\d{0,4}$/.test(value) ? Number(value) : null

/**
 * What rich text may consist of: paragraphs, headings (4–5: the form's own are 1–3), bold, italic, lists, links,
 * tables and images. The browser's editor adds behaviour to exactly these (a test compares the two schemas); a change here
 * that an older client would drop bumps `schemaVersion` in `protocol`.
 */
export const richTextExtensions: Extensions = [
  StarterKit.configure({
    blockquote: false,
    code: false,
    codeBlock: false,
    horizontalRule: false,
    strike: false,
    underline: false,
    undoRedo: false,
    trailingNode: false,
    heading: { levels: [4, 5] },
    link: {
      openOnClick: false,
      autolink: true,
      protocols: [...linkProtocols],
      isAllowedUri: address => isAllowedLink(address ?? ''),
      HTMLAttributes: { rel: 'noopener noreferrer nofollow', target: '_blank' },
    },
  }),
  Image.extend({
    addAttributes () {
      return {
        /** SHA-256 of the stored file; the address is made from it when it is shown, so a document never points outside. */
        hash: {
          default: null,
          parseHTML: element => element.getAttribute('data-hash'),
          renderHTML: attributes => ({ 'data-hash': attributes.hash }),
        },
        type: {
          default: null,
          parseHTML: element => element.getAttribute('data-type'),
          renderHTML: attributes => ({ 'data-type': attributes.type }),
        },
        alt: { default: '' },
        width: { default: null, parseHTML: element => pixels(element.getAttribute('width')) },
        height: { default: null, parseHTML: element => pixels(element.getAttribute('height')) },
      }
    },
    // Only what is stored here is an image of the document: a pasted address, of whatever kind, never becomes one.
    parseHTML () { return [{ tag: 'img[data-hash]', getAttrs: element => isImageHash(element.getAttribute('data-hash')) ? null : false }] },
    addInputRules () { return [] },
  }).configure({ inline: false, allowBase64: false }),
  Table.configure({ resizable: false }),
  TableRow,
  TableHeader,
  TableCell,
]

/** The ProseMirror schema of rich text. Runs in plain Node too. */
export function richTextSchema (): Schema {
  return getSchema(richTextExtensions)
}
