import { type Extensions, getSchema, Mark } from '@tiptap/core'
import { Image } from '@tiptap/extension-image'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import type { Schema } from '@tiptap/pm/model'
import { StarterKit } from '@tiptap/starter-kit'
import { isId } from '../base/index.ts'
import { isAllowedLink, isImageHash, linkProtocols } from './allowed.ts'
import { commentMark } from './comment-mark.ts'
import { type SuggestionKind } from './suggestion-mark.ts'

export { isAllowedLink, isImageHash, linkProtocols } from './allowed.ts'

const pixels = (value: string | null): number | null => value !== null && /^[1-9]\d{0,4}$/.test(value) ? Number(value) : null

/**
 * Where a comment stands. It follows its words wherever they go: cut and pasted, parted, joined, brought back by undo. What is written
 * at its edges is no part of it, and several may lie on the same words. It is neither hashed nor exported (`contentMarks` in `read.ts`).
 */
const CommentAnchor = Mark.create({
  name: commentMark,
  inclusive: false,
  keepOnSplit: false,
  excludes: '',
  addAttributes () {
    return {
      thread: {
        default: '',
        parseHTML: element => element.getAttribute('data-comment') ?? '',
        renderHTML: attributes => ({ 'data-comment': attributes.thread }),
      },
    }
  },
  parseHTML () { return [{ tag: 'span[data-comment]', getAttrs: element => isId(element.getAttribute('data-comment') ?? '') ? null : false }] },
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes, 0],
})

const given = (name: string) => (element: HTMLElement): string => element.getAttribute(name) ?? ''

/**
 * Words that somebody would put in, or take away (`suggestion-mark.ts`). At its edges nothing is taken in; several may lie on the same
 * words. Only what was copied from one of our own editors is read as one: tracked changes of another program are words.
 */
const suggestion = (name: SuggestionKind, tag: 'ins' | 'del'): Mark => Mark.create({
  name,
  // Around every other mark, so that one suggestion is one element.
  priority: 2000,
  inclusive: false,
  excludes: '',
  addAttributes: () => ({
    id: { default: '', parseHTML: given('data-suggestion'), renderHTML: ({ id }) => ({ 'data-suggestion': id }) },
    by: { default: '', parseHTML: given('data-by'), renderHTML: ({ by }) => ({ 'data-by': by }) },
  }),
  parseHTML: () => [{ tag: `${tag}[data-suggestion]`, getAttrs: element => isId(given('data-suggestion')(element)) && isId(given('data-by')(element)) ? null : false }],
  renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
})

/**
 * What rich text may consist of: paragraphs, headings (4–5: the form's own are 1–3), bold, italic, lists, links,
 * tables, images, comments' anchors and suggestions. The browser's editor adds behaviour to exactly these (a test compares the two schemas); a change here
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
  CommentAnchor,
  suggestion('insertion', 'ins'),
  suggestion('deletion', 'del'),
]

/** The ProseMirror schema of rich text. Runs in plain Node too. */
export function richTextSchema (): Schema {
  return getSchema(richTextExtensions)
}
