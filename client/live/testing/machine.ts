import {
  IDBCursor, IDBCursorWithValue, IDBDatabase, IDBFactory, IDBIndex, IDBKeyRange, IDBObjectStore, IDBOpenDBRequest, IDBRequest,
  IDBTransaction, IDBVersionChangeEvent,
} from 'fake-indexeddb'

const classes = {
  IDBCursor, IDBCursorWithValue, IDBDatabase, IDBFactory, IDBIndex, IDBKeyRange, IDBObjectStore, IDBOpenDBRequest, IDBRequest,
  IDBTransaction, IDBVersionChangeEvent,
}

/** Gives this process a machine of its own with an empty IndexedDB; what was on the last one is gone. */
export function freshMachine (): void {
  for (const [name, value] of Object.entries({ ...classes, indexedDB: new IDBFactory() })) {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true })
  }
}

/** From now on databases open, but nobody is told until the returned function is called. */
export function slowMachine (): () => void {
  const { promise, resolve } = Promise.withResolvers<null>()
  const { prototype } = IDBOpenDBRequest
  const listen = prototype.addEventListener
  Object.defineProperty(prototype, 'addEventListener', {
    configurable: true,
    value (this: IDBOpenDBRequest, type: string, listener: (event: unknown) => void) {
      listen.call(this, type, type === 'success' ? (event: unknown) => { void promise.then(() => { listener(event); return null }) } : listener)
    },
  })
  return () => {
    Reflect.deleteProperty(prototype, 'addEventListener')
    resolve(null)
  }
}
