import { newLine, newParagraph } from '@samskriv/shared/rich-text'
import type { Fragment, Node, Slice } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { AddMarkStep, Mapping, RemoveMarkStep, ReplaceStep, type Step } from '@tiptap/pm/transform'
import { ownOn } from './own-marks.ts'
import type { NotSuggested } from './suggesting.ts'

/**
 * What somebody meant with one step of a change: words instead of what stands between two places, in the document before it. What
 * makes new paragraphs and lines is among the words, as the letters that stand for them. `lostImage`: a picture had to be left out.
 */
export interface Intent { readonly from: number, readonly to: number, readonly words: readonly Node[], readonly lostImage: boolean }

interface Gathered { readonly words: Node[], isFirst: boolean, lostImage: boolean }

function gather (content: Fragment, into: Gathered): void {
  content.forEach(node => {
    const { schema } = node.type
    if (node.isTextblock) {
      if (!into.isFirst) into.words.push(schema.text(newParagraph))
      into.isFirst = false
      gather(node.content, into)
    } else if (node.isText) into.words.push(node)
    else if (node.type.name === 'hardBreak') into.words.push(schema.text(newLine))
    else if (node.isLeaf) into.lostImage = true
    else gather(node.content, into)
  })
}

/** The words of something, whatever they stand in: one block after the other. */
export function wordsOf (slice: Slice): Pick<Intent, 'words' | 'lostImage'> {
  const into: Gathered = { words: [], isFirst: true, lostImage: false }
  gather(slice.content, into)
  return { words: into.words, lostImage: into.lostImage }
}

// Words one would put in oneself may look as one likes.
function isOnOwnWords (document: Node, { from, to }: { readonly from: number, readonly to: number }, personId: string): boolean {
  let isOwn = true
  document.nodesBetween(from, to, node => { if (node.isText && ownOn(node, 'insertion', personId) === null) isOwn = false })
  return isOwn
}

const isMarkStep = (step: Step): step is AddMarkStep | RemoveMarkStep => step instanceof AddMarkStep || step instanceof RemoveMarkStep

/** Whether a change only makes words of one's own suggestion bold, a link and so on. Null: it is no such change. */
export function isOwnFormatting (transaction: Transaction, personId: string): boolean | null {
  const steps = transaction.steps.filter(isMarkStep)
  if (steps.length === 0 || steps.length < transaction.steps.length) return null
  return steps.every(step => isOnOwnWords(transaction.before, step, personId))
}

/** What a change means, step by step, as places in the document before it; or why it cannot be suggested. */
export function intentsOf (transaction: Transaction): readonly Intent[] | NotSuggested {
  const intents: Intent[] = []
  for (const [index, step] of transaction.steps.entries()) {
    // How words look that this same change puts in, they bring along.
    if (isMarkStep(step) && index > 0) continue
    if (!(step instanceof ReplaceStep)) return 'blocks'
    const back = new Mapping(transaction.mapping.maps.slice(0, index)).invert()
    intents.push({ from: back.map(step.from), to: back.map(step.to), ...wordsOf(step.slice) })
  }
  return intents
}
