import { beforeEach, describe, expect, it } from 'vitest'
import { fakeServer } from '../testing/fake-server.ts'
import { freshMachine } from '../testing/machine.ts'
import { visit } from '../testing/visit.ts'
import { wipeThisMachine } from './wipe.ts'

beforeEach(freshMachine)

async function databases (): Promise<(string | undefined)[]> {
  return (await indexedDB.databases()).map(each => each.name)
}

describe('wiping this machine at log-out', () => {
  it('takes away everything of that person, and of nobody else', async () => {
    const server = fakeServer()
    for (const person of ['eier', 'uh']) {
      const tab = visit(server, person)
      tab.type('tekst')
      await tab.saved()
      await tab.session.close()
    }
    expect(await wipeThisMachine('eier')).toEqual([])
    expect(await databases()).toEqual(['samskriv/uh'])
  })

  it('refuses, and says what is unsaved, until it is forced', async () => {
    const server = fakeServer()
    const tab = visit(server, 'eier')
    await tab.saved()
    server.reachable = false
    server.drop()
    tab.type('a')
    tab.type('b')
    await tab.session.close()
    expect(await wipeThisMachine('eier')).toEqual([{ behovsmelding: 'bm12', epoch: 1, changes: 2, refused: false }])
    expect(await databases()).toEqual(['samskriv/eier'])
    expect(await wipeThisMachine('eier', true)).toEqual([])
    expect(await databases()).toEqual([])
    const again = visit(server, 'eier')
    server.reachable = true
    again.online()
    await again.saved()
    expect(again.read()).toBe('')
    await again.session.close()
  })

  it('is not held up by another tab, which says from then on that it keeps nothing', async () => {
    const server = fakeServer()
    const tab = visit(server, 'eier')
    await tab.saved()
    server.reachable = false
    server.drop()
    tab.type('a')
    await tab.kept()
    expect(await wipeThisMachine('eier', true)).toEqual([])
    expect(tab.session.status.get()).toMatchObject({ state: 'waiting', changes: 1, kept: false })
    tab.type('b')
    await tab.session.close()
    expect(await databases()).toEqual([])
  })
})
