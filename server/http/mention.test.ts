import type { BehovsmeldingSummary } from '@samskriv/shared/api'
import { roles, type Role } from '@samskriv/shared/access'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { stringAt } from './testing/browser.ts'
import { startHouse, startPartnership, type Partnership, type TestHouse } from './testing/house.ts'

let house: TestHouse
let here: Partnership
let uh: string
beforeEach(async () => {
  house = await startHouse()
  here = await startPartnership(house)
  uh = stringAt((await here.people.uh.send('GET', '/api/me')).json, 'person', 'id')
})
afterEach(() => house.close())

const comments = (rest = ''): string => `/api/behovsmeldinger/${here.id}/comments${rest}`
const naming = (): object => ({ text: `Hva tror du, @{${uh}}?`, mentions: [uh] })
const begin = async (as: Role, more: object): Promise<string> => stringAt((await here.people[as].send('POST', comments(), { place: { kind: 'whole' }, text: 'Hei', mentions: [], ...more })).json, 'id')
const listed = async (as: Role): Promise<BehovsmeldingSummary['mention'] | null> => ((await here.people[as].send('GET', '/api/behovsmeldinger')).json as readonly BehovsmeldingSummary[]).find(one => one.id === here.id)?.mention ?? null

describe('somebody who is named in a comment', () => {
  it('is told in the list until they have read it, and nobody else is', async () => {
    expect(await listed('uh')).toBeNull()
    const thread = await begin('tillitsvalgt', naming())
    expect(await listed('uh')).toEqual({ count: 1, thread })
    for (const role of roles.filter(each => each !== 'uh')) expect(await listed(role)).toBeNull()
    await here.people.uh.send('POST', comments('/read'), { threads: { [thread]: 1 } })
    expect(await listed('uh')).toBeNull()
    await here.people.eier.send('POST', comments(`/${thread}/entries`), naming())
    expect(await listed('uh')).toEqual({ count: 1, thread })
    await here.people.uh.send('POST', comments(`/${thread}/entries`), { text: 'Ja.', mentions: [] })
    expect(await listed('uh')).toBeNull()
  })

  it('is led to where it was said first; what was taken back, and one’s own word, is none', async () => {
    const first = await begin('eier', {})
    house.wait(1_000)
    const second = await begin('eier', naming())
    house.wait(1_000)
    const reply = await here.people.tillitsvalgt.send('POST', comments(`/${first}/entries`), naming())
    await begin('uh', naming())
    expect(await listed('uh')).toEqual({ count: 2, thread: second })
    await here.people.tillitsvalgt.send('DELETE', comments(`/${first}/entries/${stringAt(reply.json, 'entries', 1, 'id')}`))
    expect(await listed('uh')).toEqual({ count: 1, thread: second })
  })

  it('is told nothing of a behovsmelding they have no part in any more', async () => {
    await begin('eier', naming())
    await here.people.eier.send('DELETE', `/api/behovsmeldinger/${here.id}/members/${uh}`)
    expect((await here.people.uh.send('GET', '/api/behovsmeldinger')).json).toEqual([])
  })
})
