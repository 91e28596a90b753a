import { message, syncStep } from '@samskriv/shared/protocol'

/** The kinds of frame that write to the document and are answered by the server. */
export type WriteKind = 'difference' | 'update'

/** What kind of write a frame is; null: it writes nothing (presence, sync step 1). */
export function writeKind (frame: unknown): WriteKind | null {
  const bytes = frame instanceof Uint8Array ? frame : frame instanceof ArrayBuffer ? new Uint8Array(frame) : null
  if (bytes === null || bytes[0] !== message.sync) return null
  if (bytes[1] === syncStep.two) return 'difference'
  return bytes[1] === syncStep.update ? 'update' : null
}

/**
 * A WebSocket that tells, before each write frame leaves, what kind it is. The provider sends frames without telling, and
 * the server's answers count them: this is the one place where both can be counted alike. `opened` is called when a
 * connection is made, before anything can be sent on it.
 */
export function countingSocket (Base: typeof WebSocket, opened: () => void, sent: (kind: WriteKind) => void): typeof WebSocket {
  return class extends Base {
    constructor (address: string | URL, protocols?: string | string[]) {
      super(address, protocols)
      opened()
    }

    override send (data: string | BufferSource | Blob): void {
      const kind = writeKind(data)
      if (kind !== null) sent(kind)
      super.send(data)
    }
  }
}
