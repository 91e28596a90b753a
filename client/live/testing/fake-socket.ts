/** The server's end of a connection, and what is on its way in both directions until the test lets it go. */
export interface Link {
  readonly person: string
  readonly address: URL
  /** Frames on their way, oldest first. */
  readonly toServer: Uint8Array[]
  readonly toClient: Uint8Array[]
  state: 'asking' | 'open' | 'closed'
  /** Write frames received on it, and how many of them are answered. */
  writes: number
  answered: number
  /** Presence clients heard of on it, and their clocks. */
  readonly presence: Map<number, number>
  /** Opens it at the client. */
  open(): void
  /** Hands the client one frame. */
  hand(frame: Uint8Array): void
  /** Closes it at the client; what is on its way is lost. */
  close(code: number): void
}

/** Called with each new connection, and with each sign of life on one. */
export interface LinkEvents { asked(link: Link): void, moved(link: Link): void, closed(link: Link): void }

/** A WebSocket class whose connections end in the test instead of the network. */
export function fakeSocket (person: string, events: LinkEvents): typeof WebSocket {
  class FakeSocket {
    static readonly CONNECTING = 0
    static readonly OPEN = 1
    static readonly CLOSING = 2
    static readonly CLOSED = 3
    readonly OPEN = 1
    readyState = 0
    binaryType = 'blob'
    onopen: ((event: object) => void) | null = null
    onmessage: ((event: object) => void) | null = null
    onclose: ((event: object) => void) | null = null
    onerror: ((event: object) => void) | null = null
    private readonly link: Link

    constructor (address: string) {
      this.link = {
        person, address: new URL(address), toServer: [], toClient: [], state: 'asking', writes: 0, answered: 0, presence: new Map(),
        open: () => {
          this.readyState = 1
          this.link.state = 'open'
          this.onopen?.({})
        },
        hand: frame => { this.onmessage?.({ data: Uint8Array.from(frame).buffer }) },
        close: code => { this.end(code) },
      }
      events.asked(this.link)
    }

    send (frame: Uint8Array): void {
      if (this.readyState === 0) throw new Error('still connecting')
      if (this.readyState !== 1) return
      this.link.toServer.push(Uint8Array.from(frame))
      events.moved(this.link)
    }

    close (): void { this.end(1000) }

    private end (code: number): void {
      if (this.readyState === 3) return
      this.readyState = 3
      this.link.state = 'closed'
      this.link.toServer.length = 0
      this.link.toClient.length = 0
      events.closed(this.link)
      this.onclose?.({ code, reason: '' })
    }
  }
  // The provider needs no more of a WebSocket than this; the rest of the type is never touched.
  return FakeSocket as unknown as typeof WebSocket
}
