import type { BehovsmeldingView, MedbestemmelseView, ProtokollView } from '@samskriv/shared/api'
import { seeded } from '@samskriv/shared/testing'
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { expect, test } from 'playwright/test'
import { dataFolder, fillDemo, signIn, startServer, type Running } from '../fixture/server.ts'

const cycles = 5
const project = resolve(import.meta.dirname, '../..')
const statement = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Vi savner tid til vikarer.' }] }] }
const facts = { heldAt: '2026-03-04T10:00', place: 'Rådhuset', attendants: [], bases: ['ks-b'], agreed: 'Alt', notAgreed: '' }

type Who = 'eier' | 'tillitsvalgt'
interface Stand { readonly view: BehovsmeldingView, readonly rounds: MedbestemmelseView }
interface Step { readonly says: string, readonly who: Who, readonly path: (n: number) => string, readonly body: (stand: Stand) => unknown, readonly isDone: (stand: Stand, n: number) => boolean }

const steps: readonly Step[] = [
  {
    says: 'opening a round', who: 'eier', path: () => '/rounds', body: () => ({ deadline: new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10) }),
    isDone: ({ rounds }, n) => rounds.rounds.length === n,
  },
  {
    says: 'giving a stance', who: 'tillitsvalgt', path: n => `/rounds/${n}/stance`,
    body: ({ rounds }) => ({ hash: rounds.rounds.at(-1)?.hash, stance: 'uenig', union: 'Et forbund', basis: 'ks-b', statement }),
    isDone: ({ rounds }) => rounds.rounds.at(-1)?.stances.length === 1,
  },
  { says: 'closing it', who: 'eier', path: n => `/rounds/${n}/close`, body: () => facts, isDone: ({ rounds }) => rounds.open === null },
]

test(`kill -9 at every step of a round, ${cycles} times: on restart the step is whole or not begun`, async () => {
  const seed = Date.now() % 1_000_000
  const random = seeded(seed)
  const { folder, remove } = await dataFolder()
  const { documentId, links } = await fillDemo(folder)
  let server: Running = await startServer(folder)
  const cookies = { eier: await signIn(server, links.eier), tillitsvalgt: await signIn(server, links.tillitsvalgt) }
  const call = (who: Who, method: string, path: string, body?: unknown): Promise<Response> => fetch(`${server.baseUrl}/api/behovsmeldinger/${documentId}${path}`, {
    method, headers: { 'Cookie': cookies[who], 'Content-Type': 'application/json' }, ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const stand = async (): Promise<Stand> => ({
    view: await (await call('tillitsvalgt', 'GET', '')).json() as BehovsmeldingView,
    rounds: await (await call('tillitsvalgt', 'GET', '/medbestemmelse')).json() as MedbestemmelseView,
  })
  let finished = 0

  for (let n = 1; n <= cycles; n++) {
    for (const step of steps) {
      const where = `${step.says}, round ${n}, seed ${seed}`
      if (step.who === 'tillitsvalgt') await call('tillitsvalgt', 'PUT', `/rounds/${n}/draft`, { stance: 'uenig', union: 'Et forbund', basis: null, statement })
      const before = await stand()
      const answered = call(step.who, 'POST', step.path(n), step.body(before)).then(answer => answer.ok, () => false)
      // At once, or somewhere in what a step takes on a slow machine: some are to be whole, some not begun.
      const killAfter = random.below(3) === 0 ? 0 : random.below(150)
      await new Promise(done => { setTimeout(done, killAfter) })
      await server.kill()
      const isAnswered = await answered
      server = await startServer(folder)
      const after = await stand()
      const isDone = step.isDone(after, n)
      if (isDone) finished++
      expect(isDone || !isAnswered, `${where}: what was answered is there`).toBe(true)
      if (!isDone) expect(after, `${where}: not begun`).toEqual({ ...before, view: { ...before.view, members: after.view.members } })
      await expectWhole(after, where)
      if (!isDone) expect((await call(step.who, 'POST', step.path(n), step.body(after))).ok, `${where}: again`).toBe(true)
    }
  }

  async function expectWhole ({ view, rounds }: Stand, where: string): Promise<void> {
    expect(view.state, where).toBe(rounds.open === null ? 'utkast' : 'medbestemmelse')
    expect(view.versions.length, where).toBe(rounds.rounds.length)
    for (const round of rounds.rounds) {
      const file = await (await call('eier', 'GET', `/versions/${round.version}`)).arrayBuffer()
      expect(createHash('sha256').update(Buffer.from(file)).digest('hex'), where).toBe(round.hash)
      const protokoll = await (await call('eier', 'GET', `/rounds/${round.number}/protokoll`)).json() as ProtokollView
      expect(protokoll.round.stances, where).toEqual(round.stances)
    }
    const last = rounds.rounds.at(-1)
    if (last !== undefined && last.stances.length > 0) expect(rounds.draft, where).toBeNull()
  }

  expect(finished, 'some steps were whole before the end').toBeGreaterThan(0)
  expect(finished, 'some were not').toBeLessThan(cycles * steps.length)
  expect(await server.stop()).toBe(0)
  const verify = spawn(process.execPath, [join(project, 'server/verify/main.ts'), '--data', folder], { cwd: project, stdio: 'inherit' })
  expect((await once(verify, 'exit'))[0]).toBe(0)
  await remove()
})
