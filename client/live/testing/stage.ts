import { afterEach, beforeEach } from 'vitest'
import type { OpenRequest } from '../session.ts'
import { fakeServer, type FakeServer } from './fake-server.ts'
import type { Link } from './fake-socket.ts'
import { freshMachine } from './machine.ts'
import { visit, type Tab } from './visit.ts'

/** A server and a machine, new for each test, and the tabs opened in it. */
export interface Stage {
  server: FakeServer
  open(personId: string, request?: Partial<OpenRequest>): Tab
  /** A line as it would survive the server's power cut. */
  onDisk(key?: string): string
  /** The connection of a person. */
  link(personId: string): Link
  /** The server cannot be reached any more. */
  cutOff(): void
  /** How many changes a tab says are waiting. */
  waiting(tab: Tab): number
}

/** Sets the stage for the tests of a file; all tabs are closed after each. */
export function stage (): Stage {
  let tabs: Tab[] = []
  beforeEach(() => {
    freshMachine()
    built.server = fakeServer()
    tabs = []
  })
  afterEach(async () => { await Promise.all(tabs.map(tab => tab.session.close())) })
  const built: Stage = {
    server: fakeServer(),
    open (personId, request) {
      const tab = visit(built.server, personId, request)
      tabs.push(tab)
      return tab
    },
    onDisk: (key = 'navn') => built.server.disk.getText(`text:${key}`).toString(),
    link (personId) {
      const link = built.server.links().find(each => each.person === personId)
      if (link === undefined) throw new Error(`${personId} is not connected`)
      return link
    },
    cutOff () {
      built.server.reachable = false
      built.server.drop()
    },
    waiting: tab => tab.session.status.get().changes,
  }
  return built
}
