import { dayInOslo } from '@samskriv/shared/delivery'
import { setTimeout as rest } from 'node:timers/promises'
import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { seeded } from '@samskriv/shared/testing'
import { expect, test } from 'playwright/test'
import { dataFolder, fillDemo, signIn, startServer, type Running } from '../fixture/server.ts'
import { standingIn, type Standing } from '../fixture/standing.ts'
import { until } from '../fixture/writer.ts'

/** A step of the road, as it is asked for over HTTP. `writes`: how many it makes at the least; absent: a file and what names it. */
interface Step { readonly name: string, readonly method?: 'PUT', readonly path: string, readonly writes?: number, readonly body: () => object }

// As the server counts days: Greenwich's is yesterday for an hour or two after midnight in Oslo.
const day = (ms: number): string => dayInOslo(Date.now() + ms)
const close = { heldAt: '2026-03-04T10:00', place: 'Nordvik', attendants: [], bases: ['ks-b'], agreed: 'Alt.', notAgreed: '' }

/** In this order: each begins where the one before has ended. The lock closes the round that is open. */
const steps: readonly Step[] = [
  { name: 'opening a round', path: 'rounds', body: () => ({ deadline: day(14 * 24 * 3600_000), note: '' }) },
  { name: 'moving its deadline', method: 'PUT', path: 'rounds/1/deadline', writes: 1, body: () => ({ deadline: day(21 * 24 * 3600_000) }) },
  { name: 'closing a round', path: 'rounds/1/close', body: () => close },
  { name: 'opening another round', path: 'rounds', body: () => ({ deadline: day(14 * 24 * 3600_000), note: '' }) },
  { name: 'locking, with a round open', path: 'lock', body: () => ({ reason: 'Fristen er i dag.' }) },
  { name: 'delivering', path: 'deliver', body: () => ({ version: 3, on: day(0), to: 'Statsforvalteren', reference: '', language: 'nb' }) },
  { name: 'returning what was delivered', path: 'reopen', body: () => ({ reason: 'En sum.' }) },
]

const killer = { NODE_OPTIONS: `--import ${join(import.meta.dirname, '../fixture/kill-at.mjs')}` }

interface Place { readonly folder: string, readonly documentId: string, readonly cookie: string }

async function ask (server: Running, { documentId, cookie }: Place, step: Step): Promise<number> {
  const response = await fetch(`${server.baseUrl}/api/behovsmeldinger/${documentId}/${step.path}`, {
    method: step.method ?? 'POST', headers: { 'Cookie': cookie, 'Content-Type': 'application/json' }, body: JSON.stringify(step.body()),
  })
  return response.status
}

/** Carries a step out on a folder, with the process killed before its n-th write. Gives the status it was answered with, null when it was killed first, and how many writes there were. */
async function killedAt (place: Place, step: Step, killAt: number): Promise<{ readonly status: number | null, readonly writes: number }> {
  const server = await startServer(place.folder, { ...killer, KILL_AT: String(killAt) })
  const writes = (): number => server.said().match(/^write \d+/gm)?.length ?? 0
  server.process.kill('SIGUSR2')
  await until(() => server.said().includes('counting writes'), 'the writes to be counted')
  const status = await ask(server, place, step).catch(() => null)
  await server.kill()
  return { status, writes: writes() }
}

/** Tries a step on copies of a folder, killed before its first write, its second, and so on, until one is answered. Gives that one's folder. */
async function tryStep (place: Place, step: Step, trial: (n: number) => string): Promise<{ readonly folder: string, readonly writes: number }> {
  const { standing: before } = await standingIn(place.folder, place.documentId)
  const found: { readonly n: number, readonly standing: Standing, readonly wrong: readonly string[] }[] = []
  for (let n = 1; ; n++) {
    const folder = trial(n)
    await cp(place.folder, folder, { recursive: true })
    const { status, writes } = await killedAt({ ...place, folder }, step, n)
    const { standing, wrong } = await standingIn(folder, place.documentId)
    if (status === null) {
      found.push({ n, standing, wrong })
      await rm(folder, { recursive: true, force: true })
      continue
    }
    expect([status < 300, wrong], `${step.name}, answered`).toEqual([true, []])
    for (const each of found) {
      expect(each.wrong, `${step.name}, killed before write ${each.n}`).toEqual([])
      expect([before, standing], `${step.name}, killed before write ${each.n}: whole or not begun`).toContainEqual(each.standing)
    }
    expect(found.some(each => each.standing.steps.length === before.steps.length), `${step.name} was killed before it had begun`).toBe(true)
    expect(standing, `${step.name} changed something`).not.toEqual(before)
    return { folder, writes }
  }
}

test('kill -9 before every write of a step: on restart it is whole or not begun, and what was answered is there', async () => {
  const { folder, remove } = await dataFolder()
  const { documentId, links } = await fillDemo(folder)
  const first = await startServer(folder)
  let place: Place = { folder, documentId, cookie: await signIn(first, links.eier) }
  expect(await first.stop()).toBe(0)
  for (const [index, step] of steps.entries()) {
    await test.step(step.name, async () => {
      const done = await tryStep(place, step, n => `${folder}-${index}-${n}`)
      if (place.folder !== folder) await rm(place.folder, { recursive: true, force: true })
      place = { ...place, folder: done.folder }
      expect(done.writes, `${step.name} writes at all`).toBeGreaterThanOrEqual(step.writes ?? 2)
    })
  }
  await rm(place.folder, { recursive: true, force: true })
  await remove()
})

const tries = 6

test(`kill -9 at any moment of delivering, ${tries} times: whole or not begun, and begun again it becomes whole`, async () => {
  const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
  const random = seeded(seed)
  const { folder, remove } = await dataFolder()
  const { documentId, links } = await fillDemo(folder)
  const first = await startServer(folder)
  const place: Place = { folder, documentId, cookie: await signIn(first, links.eier) }
  const [lock, deliver] = ['lock', 'deliver'].map(path => steps.find(step => step.path === path))
  if (lock === undefined || deliver === undefined) throw new Error('no such steps')
  const delivering: Step = { ...deliver, body: () => ({ ...deliver.body(), version: 1 }) }
  expect(await ask(first, place, lock)).toBe(200)
  expect(await first.stop()).toBe(0)
  const { standing: before } = await standingIn(folder, documentId)
  for (let n = 0; n < tries; n++) {
    const trial: Place = { ...place, folder: `${folder}-${n}` }
    await cp(folder, trial.folder, { recursive: true })
    const server = await startServer(trial.folder)
    const answered = ask(server, trial, delivering).catch(() => null)
    await Promise.race([answered, rest(random.below(2_000))])
    await server.kill()
    const isAnswered = await answered !== null
    const killed = await standingIn(trial.folder, documentId)
    expect(killed.wrong, `try ${n}, seed ${seed}`).toEqual([])
    if (isAnswered) expect(killed.standing.state, `try ${n}, seed ${seed}`).toBe('levert')
    const again = await startServer(trial.folder)
    expect(await ask(again, trial, delivering), `try ${n}, seed ${seed}`).toBe(killed.standing.state === 'levert' ? 409 : 200)
    expect(await again.stop()).toBe(0)
    const { standing, wrong } = await standingIn(trial.folder, documentId)
    expect(wrong, `try ${n}, seed ${seed}`).toEqual([])
    // Asked for once more when it had been done: refused, and that is entered too.
    const late = killed.standing.state === 'levert' ? ['deliver refused'] : []
    expect(standing, `try ${n}, seed ${seed}`).toEqual({ ...before, state: 'levert', deliveries: ['stands'], steps: [...before.steps, 'deliver done', ...late] })
    if (killed.standing.state !== 'levert') expect(killed.standing, `try ${n}, seed ${seed}`).toEqual(before)
    await rm(trial.folder, { recursive: true, force: true })
  }
  await remove()
})
