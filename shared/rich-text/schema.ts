import { type Extensions, getSchema } from '@tiptap/core'
import { Image } from '@tiptap/extension-image'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import type { Schema } from '@tiptap/pm/model'
import { StarterKit } from '@tiptap/starter-kit'

/** Addresses a link may have. Anything else (`javascript:` above all) is not a link. */
export const linkProtocols = ['http', 'https', 'mailto', 'tel'] as const

/** Whether a link's address may be kept. Relative addresses are not: a document has no place they are relative to. */
export function isAllowedLink (address: string): boolean {
  return linkProtocols.some(protocol => address.toLowerCase().startsWith(`${protocol}:`))
}

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
        hash: { default: null },
        type: { default: null },
        alt: { default: '' },
        width: { default: null },
        height: { default: null },
      }
    },
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
