import { richOf } from '@samskriv/shared/document'
import { anchorsIn, commentBounds } from '@samskriv/shared/comment'
import { richTextFrom, storedCommentMark, writeRichText } from '@samskriv/shared/rich-text'
import { roles, type Role } from '@samskriv/shared/access'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { at, stringAt, type Answer } from './testing/browser.ts'
import { startHouse, startPartnership, type Partnership, type TestHouse } from './testing/house.ts'

let house: TestHouse
let here: Partnership
beforeEach(async () => { house = await startHouse(); here = await startPartnership(house) })
afterEach(async () => { await house.close() })

const words = 'Kommunen vil styrke kompetansen i barnehagene. Det skjer i alle tiltak.'
const document = (): Y.Doc => house.live.doc(here.id, 1)
const address = (rest = ''): string => `/api/behovsmeldinger/${here.id}/comments${rest}`
const whole = { place: { kind: 'whole' }, text: 'Hva med fristen?', mentions: [] }

function writeText (): Y.XmlText {
  writeRichText(richOf(document(), 'om'), richTextFrom(words))
  const paragraph = richOf(document(), 'om').get(0)
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
  if (!(text instanceof Y.XmlText)) throw new Error('a paragraph holds text')
  return text
}
function aboutWords (text: Y.XmlText, quote: string): object {
  const from = words.indexOf(quote)
  const position = (index: number): unknown => Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, index))
  const place = { kind: 'text', key: 'om', quote, before: words.slice(Math.max(0, from - 32), from), after: words.slice(from + quote.length, from + quote.length + 32) }
  return { place, start: position(from), end: position(from + quote.length), text: 'Er dette avklart?', mentions: [] }
}
const begin = (body: unknown, as: Role = 'uh'): Promise<Answer> => here.people[as].send('POST', address(), body)
const listed = async (as: Role = 'eier', since = 0): Promise<unknown> => (await here.people[as].send('GET', address(`?since=${since}`))).json
const personId = async (role: Role): Promise<string> => stringAt((await here.people[role].send('GET', '/api/me')).json, 'person', 'id')

describe('a discussion', () => {
  it('goes on over HTTP, with author, role and time from the server, and is told to those who look', async () => {
    const uh = await personId('uh')
    const begun = await begin({ ...whole, author: { personId: uh, name: 'uh', role: 'eier' }, at: '1999-01-01', id: 'mine' })
    expect(begun.status).toBe(201)
    const author = { personId: uh, name: 'uh', role: 'uh' }
    expect(begun.json).toMatchObject({ place: { kind: 'whole' }, epoch: 1, round: null, revision: 1, resolution: null, seen: 1, entries: [{ author, text: 'Hva med fristen?', at: new Date(house.now()).toISOString() }] })
    expect(house.live.told).toContainEqual({ behovsmelding: here.id, topic: 'comments' })
    const thread = stringAt(begun.json, 'id')
    const replied = await here.people.tillitsvalgt.send('POST', address(`/${thread}/entries`), { text: `Enig, @{${uh}}.`, mentions: [uh] })
    expect(replied.json).toMatchObject({ revision: 2, seen: 2, entries: [{ author }, { author: { role: 'tillitsvalgt' }, mentions: [uh] }] })
    const entry = stringAt(replied.json, 'entries', 1, 'id')
    expect((await here.people.tillitsvalgt.send('PUT', address(`/${thread}/entries/${entry}`), { text: 'Uenig.' })).json).toMatchObject({ entries: [{}, { text: 'Uenig.', mentions: [], editedAt: expect.any(String) }] })
    expect((await here.people.eier.send('POST', address(`/${thread}/resolve`), { why: 'Avklart på telefon' })).json).toMatchObject({ resolution: { why: 'Avklart på telefon', by: { role: 'eier' } } })
    expect((await here.people.uh.send('POST', address(`/${thread}/reopen`))).json).toMatchObject({ resolution: null, revision: 5 })
  })

  it('leaves the place of what was deleted, and its words nowhere', async () => {
    const begun = await begin({ ...whole, text: 'HEMMELIG' })
    const [thread, entry] = [stringAt(begun.json, 'id'), stringAt(begun.json, 'entries', 0, 'id')]
    await here.people.eier.send('POST', address(`/${thread}/entries`), { text: 'Svar', mentions: [] })
    expect((await here.people.uh.send('DELETE', address(`/${thread}/entries/${entry}`))).json).toMatchObject({ entries: [{ text: '', deletedAt: expect.any(String) }, { text: 'Svar' }] })
    expect(JSON.stringify([...house.store.table('threads').values()])).not.toContain('HEMMELIG')
    expect(JSON.stringify(house.store.entries)).not.toContain('HEMMELIG')
    expect(house.logged.join()).not.toContain('HEMMELIG')
  })

  it('is fetched from a revision on, with what each has seen', async () => {
    const first = stringAt((await begin(whole)).json, 'id')
    await begin({ ...whole, place: { kind: 'section', section: 'all' } })
    expect(await listed()).toMatchObject({ revision: 2, threads: [{ id: first, seen: 0 }, { seen: 0 }] })
    expect((await here.people.leser.send('POST', address('/read'), { threads: { [first]: 9, another: 3 } })).status).toBe(204)
    expect(await listed('leser')).toMatchObject({ threads: [{ seen: 1 }, { seen: 0 }] })
    expect(await listed('eier')).toMatchObject({ threads: [{ seen: 0 }, { seen: 0 }] })
    expect(at(await listed('eier', 2), 'threads')).toEqual([])
    await here.people.eier.send('POST', address(`/${first}/entries`), { text: 'Svar', mentions: [] })
    expect(await listed('eier', 2)).toMatchObject({ revision: 3, threads: [{ id: first, seen: 2 }] })
    expect(house.store.table('seen').size).toBe(1)
  })
})

describe('a comment on words', () => {
  it('gets a mark on just those words, and keeps them with what is around them', async () => {
    const begun = await begin(aboutWords(writeText(), 'styrke kompetansen'))
    const thread = stringAt(begun.json, 'id')
    expect(begun.json).toMatchObject({ place: { kind: 'text', key: 'om', quote: 'styrke kompetansen', before: 'Kommunen vil ', after: ' i barnehagene. Det skjer i alle' } })
    expect(anchorsIn(document()).get(thread)).toMatchObject([{ key: 'om', words: 'styrke kompetansen' }])
  })

  it('finds them where they are now, and is refused when they are not there', async () => {
    const text = writeText()
    const body = aboutWords(text, 'styrke kompetansen')
    text.insert(0, 'I år og neste år: ')
    expect((await begin(body)).json).toMatchObject({ place: { quote: 'styrke kompetansen', before: 'I år og neste år: Kommunen vil '.slice(-32) } })
    text.delete(words.indexOf('styrke') + 18, 6)
    expect((await begin(body)).code).toBe('changed-meanwhile')
    expect(house.store.entries.at(-1)).toMatchObject({ role: 'uh', action: 'comment', result: 'refused', facts: { code: 'changed-meanwhile' } })
    expect(anchorsIn(document()).size).toBe(1)
  })

  it('is about what the server has, whatever the client says it quotes', async () => {
    const forged = { ...aboutWords(writeText(), 'styrke kompetansen'), place: { kind: 'text', key: 'om', quote: 'Vi sier nei', before: '', after: '' } }
    expect((await begin(forged)).code).toBe('changed-meanwhile')
    expect(house.store.table('threads').size).toBe(0)
  })
})

// Until a document says what it should.
const until = (doc: Y.Doc, isSo: () => boolean): Promise<void> => new Promise(resolve => {
  const look = (): void => { if (isSo()) { doc.off('update', look); resolve() } }
  doc.on('update', look)
  look()
})
const wordsOf = (thread: string): readonly string[] => (anchorsIn(document()).get(thread) ?? []).map(anchor => anchor.words)

describe('marks in a text', () => {
  it('that were taken away come back to their words, and one of no thread goes, when somebody has written', async () => {
    const text = writeText()
    const thread = stringAt((await begin(aboutWords(text, 'styrke kompetansen'))).json, 'id')
    text.format(0, text.length, { [storedCommentMark(thread).name]: null, [storedCommentMark('ingen1').name]: { thread: 'ingen1' } })
    text.insert(words.indexOf('kompetansen'), 'all ')
    house.live.wrote(here.id)
    await until(document(), () => wordsOf(thread).length > 0)
    expect(wordsOf(thread)).toEqual(['styrke all kompetansen'])
    expect(anchorsIn(document()).has('ingen1')).toBe(false)
  })

  it('are looked for by their quote after a start, and left alone where that is not sure', async () => {
    const text = writeText()
    const [sure, unsure] = [stringAt((await begin(aboutWords(text, 'styrke kompetansen'))).json, 'id'), stringAt((await begin(aboutWords(text, 'alle'))).json, 'id')]
    text.delete(0, text.length)
    text.insert(0, 'Vi er alle her. Kommunen vil styrke kompetansen i barnehagene. Alle er med, og alle blir.')
    const restarted = await startHouse(parts => ({ ...parts, store: house.store, live: house.live }))
    house.live.wrote(here.id)
    await until(document(), () => wordsOf(sure).length > 0)
    expect(wordsOf(sure)).toEqual(['styrke kompetansen'])
    expect(wordsOf(unsure)).toEqual([])
    await restarted.close()
  })

  it('go over into a new epoch', async () => {
    const thread = stringAt((await begin(aboutWords(writeText(), 'styrke kompetansen'))).json, 'id')
    await here.people.eier.send('POST', `/api/behovsmeldinger/${here.id}/lock`, {})
    await here.people.eier.send('POST', `/api/behovsmeldinger/${here.id}/reopen`, { reason: 'rettes' })
    const fresh = new Y.Doc()
    Y.applyUpdate(fresh, house.store.journal.at(-1)?.bytes ?? new Uint8Array())
    expect(anchorsIn(fresh).get(thread)).toMatchObject([{ key: 'om', words: 'styrke kompetansen' }])
    expect(await listed()).toMatchObject({ threads: [{ id: thread, epoch: 1 }] })
  })
})

describe('what is not allowed', () => {
  it('is refused and told: by role, by state, by whose words, by place', async () => {
    expect((await begin(whole, 'leser')).code).toBe('not-allowed')
    const begun = await begin(whole)
    const [thread, entry] = [stringAt(begun.json, 'id'), stringAt(begun.json, 'entries', 0, 'id')]
    const entryAddress = address(`/${thread}/entries/${entry}`)
    expect((await here.people.eier.send('PUT', entryAddress, { text: 'Noe annet', mentions: [] })).code).toBe('not-allowed')
    expect((await here.people.eier.send('DELETE', entryAddress)).code).toBe('not-allowed')
    expect((await here.people.eier.send('POST', address(`/${thread}/resolve`), { why: ' ' })).code).toBe('reason-needed')
    expect((await here.outsider.send('GET', address())).code).toBe('not-found')
    expect((await here.outsider.send('POST', address(`/${thread}/entries`), { text: 'hei', mentions: [] })).code).toBe('not-found')
    expect((await here.people.eier.send('POST', address('/another1/entries'), { text: 'hei', mentions: [] })).code).toBe('not-found')
    for (const place of [{ kind: 'field', key: 'finnes/ikke' }, { kind: 'section', section: 'borte' }, { kind: 'text', key: 'navn', quote: 'x', before: '', after: '' }]) {
      expect((await begin({ ...whole, place })).code).toBe('not-found')
    }
    expect((await begin({ ...whole, text: 'x'.repeat(commentBounds.text + 1) })).code).toBe('invalid')
    expect((await begin({ ...whole, text: 'x'.repeat(2_000_000) })).code).toBe('too-large')
    expect((await begin({ ...whole, text: 'Hei @{fremmed}', mentions: ['fremmed'] })).code).toBe('invalid')
    expect((await here.people.eier.send('GET', address('?since=x'))).code).toBe('invalid')
    expect(await listed()).toMatchObject({ threads: [{ entries: [{ text: 'Hva med fristen?' }] }] })
    const refusedSteps = house.store.entries.filter(each => each.result === 'refused').map(each => [each.action, each.role, each.facts?.['code']])
    expect(refusedSteps).toEqual(expect.arrayContaining([['comment', 'leser', 'not-allowed'], ['edit-comment', 'eier', 'not-allowed'], ['delete-comment', 'eier', 'not-allowed'], ['reply', null, 'not-found'], ['comment', 'uh', 'not-found']]))
  })

  it('is to speak in another\'s name: refused whatever it says, and entered, with nothing changed', async () => {
    const [uh, eier] = [await personId('uh'), await personId('eier')]
    const begun = await begin({ ...whole, by: uh, personId: uh })
    expect(begun.status).toBe(201)
    const [thread, entry] = [stringAt(begun.json, 'id'), stringAt(begun.json, 'entries', 0, 'id')]
    const forgeries: readonly object[] = [
      { author: { personId: eier, name: 'eier', role: 'eier' } }, { author: eier }, { by: eier }, { by: 'ingen' }, { by: 7 }, { by: {} }, { personId: eier },
      { author: { name: 'eier' } }, { author: { personId: uh, name: 'eier' } }, { by: { id: uh, personId: eier } },
    ]
    const steps = [['POST', '', 'comment'], ['POST', `/${thread}/entries`, 'reply'], ['PUT', `/${thread}/entries/${entry}`, 'edit-comment'], ['POST', `/${thread}/resolve`, 'resolve-thread']] as const
    for (const [method, rest, action] of steps) {
      const before = house.store.entries.length
      for (const forged of forgeries) expect((await here.people.uh.send(method, address(rest), { ...whole, why: 'x', ...forged })).code, JSON.stringify(forged)).toBe('foreign-author')
      const entered = house.store.entries.slice(before)
      expect(entered).toHaveLength(forgeries.length)
      for (const each of entered) expect(each).toMatchObject({ personId: uh, role: 'uh', behovsmelding: here.id, action, result: 'refused', facts: { code: 'foreign-author' } })
      house.wait(60_000)
    }
    expect(await listed()).toMatchObject({ threads: [{ entries: [{ text: 'Hva med fristen?' }], resolution: null }] })
    expect(at(await listed(), 'threads', 'length')).toBe(1)
  })

  it('is refused once it is locked, words and all', async () => {
    const body = aboutWords(writeText(), 'styrke kompetansen')
    const thread = stringAt((await begin(whole)).json, 'id')
    await here.people.eier.send('POST', `/api/behovsmeldinger/${here.id}/lock`, {})
    for (const role of roles) expect((await begin(body, role)).code).toBe(role === 'leser' ? 'not-allowed' : 'wrong-state')
    expect((await here.people.uh.send('POST', address(`/${thread}/resolve`), { why: 'ferdig' })).code).toBe('wrong-state')
    const refusedSteps = house.store.entries.filter(each => each.result === 'refused').map(each => [each.action, each.role, each.facts?.['code']])
    expect(refusedSteps).toEqual([...roles.map(role => ['comment', role, role === 'leser' ? 'not-allowed' : 'wrong-state']), ['resolve-thread', 'uh', 'wrong-state']])
    expect(anchorsIn(document()).size).toBe(0)
    expect(at(await listed('leser'), 'threads', 'length')).toBe(1)
  })

  it('does not reach a thread of another behovsmelding', async () => {
    const thread = stringAt((await begin(whole)).json, 'id')
    const other = await startPartnership(house).catch(() => null)
    const id = other?.id ?? stringAt((await here.people.eier.send('POST', '/api/behovsmeldinger', { title: 'En annen', template: 'test' })).json, 'id')
    expect((await here.people.eier.send('POST', `/api/behovsmeldinger/${id}/comments/${thread}/entries`, { text: 'hei', mentions: [] })).code).toBe('not-found')
    expect(await listed()).toMatchObject({ threads: [{ entries: [{}] }] })
  })

  it('is going on faster than anybody writes', async () => {
    const thread = stringAt((await begin(whole)).json, 'id')
    const answers = await Promise.all(Array.from({ length: 70 }, () => here.people.uh.send('POST', address(`/${thread}/entries`), { text: 'x', mentions: [] })))
    expect(answers.some(each => each.code === 'too-fast')).toBe(true)
    house.wait(60_000)
    expect((await here.people.uh.send('POST', address(`/${thread}/entries`), { text: 'x', mentions: [] })).status).toBe(201)
  })
})
