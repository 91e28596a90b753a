import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { fakeServer } from './testing/fake-server.ts'
import { freshMachine } from './testing/machine.ts'
import { seeded, seedOfRun } from './testing/random.ts'
import { until } from './testing/until.ts'
import { visit, type Tab } from './testing/visit.ts'

const people = ['eier', 'uh', 'tillitsvalgt'] as const
const fields = ['navn', 'annet'] as const
let tabs: Tab[] = []

beforeEach(() => {
  freshMachine()
  tabs = []
})
afterEach(async () => { await Promise.all(tabs.map(tab => tab.session.close())) })

describe('three sessions under delays, drops, refusals for the moment and power cuts', () => {
  it('end with the same words, all saved, and none is ever called saved while the disk lacks a change of its own', { timeout: 60_000 }, async () => {
    const seed = seedOfRun()
    const random = seeded(seed)
    const pick = <T>(from: readonly T[]): T => {
      const found = from[Math.floor(random() * from.length)]
      if (found === undefined) throw new Error('nothing to pick from')
      return found
    }
    const server = fakeServer()
    tabs = people.map(person => visit(server, person))
    await Promise.all(tabs.map(tab => tab.saved()))
    server.auto(false)

    // Each tab's own updates that are not known to be on the disk yet; the disk never loses any.
    const owed = new Map<Tab, Uint8Array[]>(tabs.map(tab => [tab, []]))
    for (const tab of tabs) {
      tab.session.doc.on('update', (update: Uint8Array, from: unknown) => {
        if (from === tab.session.origin || from === tab.session.undo) owed.get(tab)?.push(update)
      })
    }
    let lookedAtSaved = 0
    const check = (what: string): void => {
      const disk = Y.snapshot(server.disk)
      for (const [tab, updates] of owed) {
        const missing = updates.filter(update => !Y.snapshotContainsUpdate(disk, update))
        owed.set(tab, missing)
        if (tab.session.status.get().state !== 'saved') continue
        lookedAtSaved += 1
        expect(missing.length, `seed ${seed}: saved without being on disk, after ${what}`).toBe(0)
      }
    }
    const write = (tab: Tab): void => {
      const text = tab.session.doc.getText(`text:${pick(fields)}`)
      tab.session.doc.transact(() => {
        const at = Math.floor(random() * (text.length + 1))
        if (random() < 0.3 && text.length > at) text.delete(at, 1)
        else text.insert(at, pick(['a', 'b', 'c', 'æ', '😀']))
      }, tab.session.origin)
    }

    const steps = ['write', 'write', 'write', 'undo', 'up', 'up', 'up', 'up', 'down', 'down', 'down', 'down', 'fsync', 'fsync', 'online', 'online', 'drop', 'cut', 'settle'] as const
    for (let step = 0; step < 4_000; step += 1) {
      const tab = pick(tabs)
      const links = server.links()
      const what = pick(steps)
      if (what === 'write') write(tab)
      else if (what === 'undo') tab.session.undo.undo()
      else if (what === 'up' && links.length > 0) server.deliver(pick(links), 'toServer')
      else if (what === 'down' && links.length > 0) server.deliver(pick(links), 'toClient')
      else if (what === 'fsync') server.fsync()
      else if (what === 'online') tab.online()
      else if (what === 'drop' && random() < 0.6) server.drop(pick(people))
      else if (what === 'cut' && random() < 0.1) server.powerCut()
      else if (what === 'settle' && random() < 0.2) server.settle()
      check(what)
    }
    for (const tab of tabs) tab.online()
    server.auto(true)
    await Promise.all(tabs.map(tab => until(tab.session.status, status => status.state === 'saved' && status.connection === 'connected')))
    server.settle()
    check('the end')
    for (const field of fields) {
      const onDisk = server.disk.getText(`text:${field}`).toString()
      // What arrives fast is put in together, some milliseconds later.
      for (const tab of tabs) await vi.waitFor(() => { expect(tab.read(field), `seed ${seed}`).toBe(onDisk) })
    }
    expect(tabs.map(tab => tab.session.status.get().state)).toEqual(['saved', 'saved', 'saved'])
    expect(lookedAtSaved, `seed ${seed}: nobody was ever saved on the way, so nothing was tried`).toBeGreaterThan(50)
  })
})

describe('tabs that are closed and opened again', () => {
  it('lose no word, and double none, whether the network was there or not', { timeout: 60_000 }, async () => {
    const seed = seedOfRun()
    const random = seeded(seed)
    const server = fakeServer()
    const written: string[] = []
    tabs = people.map(person => visit(server, person))
    for (let round = 0; round < 60; round += 1) {
      const at = Math.floor(random() * tabs.length)
      const person = people[at]
      const tab = tabs[at]
      if (person === undefined || tab === undefined) throw new Error('three of each')
      server.reachable = random() < 0.6
      if (!server.reachable || random() < 0.2) server.drop(random() < 0.5 ? undefined : person)
      for (let words = Math.floor(random() * 4); words > 0; words -= 1) {
        const word = `<${written.length}>`
        written.push(word)
        tab.type(word)
      }
      if (random() < 0.3) server.powerCut()
      if (random() < 0.5) for (const each of tabs) each.online()
      if (random() < 0.6) {
        await tab.session.close()
        tabs[at] = visit(server, person)
      }
    }
    server.reachable = true
    for (const tab of tabs) tab.online()
    await Promise.all(tabs.map(tab => until(tab.session.status, status => status.state === 'saved' && status.connection === 'connected')))
    server.settle()
    const words = server.disk.getText('text:navn').toString()
    expect(words.match(/<\d+>/g)?.toSorted(), `seed ${seed}`).toEqual(written.toSorted())
    for (const tab of tabs) await vi.waitFor(() => { expect(tab.read(), `seed ${seed}`).toBe(words) })
  })
})
