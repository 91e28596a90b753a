import * as Y from 'yjs'

type Attributes = Readonly<Record<string, unknown>>
interface Retained { readonly retain: number, readonly attributes?: Attributes }
interface Present { readonly insert?: unknown, readonly attributes?: Attributes }

const isRetained = (part: object): part is Retained => 'retain' in part
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null)

// What of the wanted marks is not so yet.
function lacking (wanted: Attributes, present: Attributes): Record<string, unknown> {
  return Object.fromEntries(Object.entries(wanted).filter(([name, value]) => !same(value, present[name])))
}

/** The stretches of a text whose marks are others than wanted, and the marks that are. */
export function differing (present: readonly Present[], wanted: readonly Retained[]): readonly { readonly at: number, readonly length: number, readonly marks: Attributes }[] {
  const found: { at: number, length: number, marks: Attributes }[] = []
  const runs = present.map(({ insert, attributes = {} }) => ({ left: typeof insert === 'string' ? insert.length : 1, attributes }))
  let at = 0
  for (const { retain, attributes = {} } of wanted) {
    for (let left = retain; left > 0 && runs[0] !== undefined;) {
      const [run] = runs
      const length = Math.min(left, run.left)
      const marks = lacking(attributes, run.attributes)
      const last = found.at(-1)
      if (last !== undefined && last.at + last.length === at && same(last.marks, marks)) last.length += length
      else if (Object.keys(marks).length > 0) found.push({ at, length, marks })
      left -= length
      run.left -= length
      at += length
      if (run.left === 0) runs.shift()
    }
  }
  return found
}

const applyDelta = Y.XmlText.prototype.applyDelta

/**
 * Has y-tiptap put marks only where they are not. It gives each text it finds changed all of its marks anew, and Yjs then now and then
 * replaces the beginning of a mark that is there already. When somebody else takes that mark off at the same moment, its end goes and the
 * new beginning stays: the mark runs over into words that never had it. Where a mark is somebody's suggestion, those would be
 * left out of what is hashed. Installed once, for everything this page writes.
 */
export function formatLeast (): void {
  Y.XmlText.prototype.applyDelta = function (this: Y.XmlText, delta: object[], options?: { readonly sanitize?: boolean }) {
    if (delta.length === 0 || this.doc === null || !delta.every(isRetained)) { applyDelta.call(this, delta, options); return }
    for (const { at, length, marks } of differing(this.toDelta(), delta)) this.format(at, length, marks)
  }
}
