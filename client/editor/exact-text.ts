import { overlappingMarkName } from '@samskriv/shared/rich-text'
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { Mark, Node } from '@tiptap/pm/model'
import { ReplaceStep } from '@tiptap/pm/transform'
import { type ProsemirrorBinding, ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { formatLeast } from './least-format.ts'

/** Letters with the marks they have in Yjs. */
interface Letters { readonly text: string, readonly attributes: Readonly<Record<string, unknown>> }

/** A change inside one run of text: from where to where in the document before it, and what came instead. */
interface TextChange { readonly from: number, readonly to: number, readonly letters: readonly Letters[] }

/** What happened since the view last looked: one plain change, or (null) something that the sync plugin's comparison handles. */
interface Pending { readonly before: Node, readonly change: TextChange | null }

formatLeast()

const exactTextKey = new PluginKey<Pending | null>('exact-text')

// Several comments and suggestions may lie on the same words: each has a name of its own, as y-tiptap gives it.
function storedName ({ type, attrs }: Mark): string {
  return type.excludes(type) ? type.name : overlappingMarkName(type.name, attrs)
}

function changeOf (transaction: Transaction): TextChange | null {
  const [step, ...more] = transaction.steps
  if (!(step instanceof ReplaceStep) || more.length > 0 || step.slice.openStart > 0 || step.slice.openEnd > 0) return null
  const inserted = step.slice.content.content
  if (!inserted.every(node => node.isText)) return null
  const [from, to] = [transaction.before.resolve(step.from), transaction.before.resolve(step.to)]
  if (!from.sameParent(to) || !from.parent.isTextblock) return null
  const letters = inserted.map(({ text = '', marks }) => ({ text, attributes: Object.fromEntries(marks.map(mark => [storedName(mark), mark.attrs])) }))
  return { from: step.from, to: step.to, letters }
}

const isFromSync = (transaction: Transaction): boolean => transaction.getMeta(ySyncPluginKey) !== undefined

// The Yjs elements from the top down to the textblock around a position, going down by the same child numbers.
function pathTo (fragment: Y.XmlFragment, document: Node, position: number): readonly Y.XmlElement[] | null {
  const resolved = document.resolve(position)
  const path: Y.XmlElement[] = []
  for (let depth = 0; depth < resolved.depth; depth++) {
    const child: unknown = (path.at(-1) ?? fragment).get(resolved.index(depth))
    if (!(child instanceof Y.XmlElement)) return null
    path.push(child)
  }
  return path
}

// The binding knows nodes by Yjs element, and measures positions with them: those around the change are other nodes now.
function remember (binding: ProsemirrorBinding, path: readonly Y.XmlElement[], after: Node, position: number): void {
  const resolved = after.resolve(position)
  for (const [index, element] of path.entries()) binding.mapping.set(element, resolved.node(index + 1))
}

type Delta = readonly { readonly insert?: unknown, readonly attributes?: Readonly<Record<string, unknown>> }[]

interface Run { readonly text: Y.XmlText, readonly delta: Delta, readonly at: number }

// The run of text around a range inside a textblock, and where it starts in the block. Null when Yjs and the editor do not
// agree on what stands there: then comparing is right.
function runAt (block: Y.XmlElement, parent: Node, start: number, end: number): Run | null {
  let at = 0
  for (const child of block.toArray()) {
    const length = child instanceof Y.XmlText ? child.length : 1
    if (child instanceof Y.XmlText && start >= at && end <= at + length) {
      const delta: Delta = child.toDelta()
      const words = delta.map(({ insert }) => typeof insert === 'string' ? insert : '').join('')
      return words === parent.textBetween(at, at + length, '', '\uFFFC') ? { text: child, delta, at } : null
    }
    at += length
  }
  return null
}

// Yjs lets inserted text take over the formatting to its left unless told otherwise: what it must not take over is null.
function onlyThese (delta: Delta, attributes: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const none = delta.flatMap(part => Object.keys(part.attributes ?? {})).map(name => [name, null])
  return { ...Object.fromEntries(none), ...attributes }
}

function write (binding: ProsemirrorBinding, before: Node, after: Node, change: TextChange): void {
  const { parent, parentOffset } = before.resolve(change.from)
  const path = pathTo(binding.type, before, change.from)
  const block = path?.at(-1)
  const end = parentOffset + change.to - change.from
  const run = block === undefined ? null : runAt(block, parent, parentOffset, end)
  if (path === null || run === null) return
  const index = parentOffset - run.at
  binding.mux(() => {
    binding.doc.transact(() => {
      if (end > parentOffset) run.text.delete(index, end - parentOffset)
      let at = index
      for (const { text, attributes } of change.letters) {
        run.text.insert(at, text, onlyThese([...run.delta, ...change.letters], attributes))
        at += text.length
      }
    }, ySyncPluginKey)
  })
  remember(binding, path, after, change.from)
}

function bindingOf (state: EditorState): ProsemirrorBinding | null {
  const sync: { readonly binding: ProsemirrorBinding | null } | undefined = ySyncPluginKey.getState(state)
  return sync?.binding ?? null
}

/**
 * Writes what is typed or deleted to exactly the place where it happened. y-tiptap compares texts to find out what was
 * typed; where the same letter stands on both sides of the caret (a space typed in front of somebody else's space) the
 * comparison cannot know which is new, takes the wrong one, and two people who write at the same place get their words
 * mixed. Stands before the sync plugin, which then finds nothing left to do; everything but plain text is left to it.
 */
export function exactText (): Plugin<Pending | null> {
  const settled = new WeakSet<Pending>()
  return new Plugin<Pending | null>({
    key: exactTextKey,
    state: {
      init: () => null,
      apply (transaction, pending) {
        if (!transaction.docChanged) return pending
        if (isFromSync(transaction)) return null
        // Two changes before the view looks: where the first one happened is no longer known to Yjs.
        const isFirst = pending === null || settled.has(pending)
        return { before: transaction.before, change: isFirst ? changeOf(transaction) : null }
      },
    },
    view: () => ({
      update (view) {
        const pending = exactTextKey.getState(view.state)
        if (pending === null || pending === undefined || settled.has(pending)) return
        settled.add(pending)
        const binding = bindingOf(view.state)
        if (pending.change !== null && binding !== null) write(binding, pending.before, view.state.doc, pending.change)
      },
    }),
  })
}
