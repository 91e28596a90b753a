import * as Y from 'yjs'

/** One thing an update writes. */
export type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number]

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000

/** Whether an update puts something in the middle of a letter that is written as two halves: Yjs would make two broken ones of it, wherever it stands. */
export function partsLetters ({ store }: Y.Doc, structs: readonly Struct[]): boolean {
  const unitAt = (id: Y.ID | null): number => {
    if (id === null || id.clock >= Y.getState(store, id.client)) return 0
    const item = Y.getItem(store, id)
    return item instanceof Y.Item && !item.deleted && item.content instanceof Y.ContentString ? item.content.str.charCodeAt(id.clock - item.id.clock) : 0
  }
  return structs.some(struct => struct instanceof Y.Item && (isHigh(unitAt(struct.origin)) || isLow(unitAt(struct.rightOrigin))))
}
