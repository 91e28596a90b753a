import type * as Y from 'yjs'

/** Changes by the proposal they are of. */
export type ByProposal = ReadonlyMap<string, readonly number[]>

const key = 'samskriv.proposal'

interface Step { readonly meta: Map<unknown, unknown> }

/** Writes on the latest step of the history which proposed changes it took into the text. Gives the step. */
export function tagStep (undo: Y.UndoManager, taken: ByProposal): Step | null {
  const step = undo.undoStack.at(-1) ?? null
  step?.meta.set(key, taken)
  return step
}

/** Calls back when a step that took proposed changes in is undone (they are out of the text again) or redone. Gives the stop. */
export function watchSteps (undo: Y.UndoManager, moved: (taken: ByProposal, kind: 'undo' | 'redo') => void): () => void {
  const hear = ({ stackItem, type }: { stackItem: Step, type: 'undo' | 'redo' }): void => {
    const taken: unknown = stackItem.meta.get(key)
    if (!(taken instanceof Map)) return
    // The step that would bring it back is another one: it has to know too.
    const back = (type === 'undo' ? undo.redoStack : undo.undoStack).at(-1)
    back?.meta.set(key, taken)
    moved(taken, type)
  }
  undo.on('stack-item-popped', hear)
  return () => { undo.off('stack-item-popped', hear) }
}
