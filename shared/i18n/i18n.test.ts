import { describe, expect, it } from 'vitest'
import { roles, states } from '../access/index.ts'
import { bases, parties } from '../api/index.ts'
import { languages, refusals } from '../base/index.ts'
import { fieldReasons } from '../field/index.ts'
import { check, findingSeverity } from '../rules/index.ts'
import { templateById } from '../template/index.ts'
import { findingText, format, messages, refusalText, type Message } from './index.ts'

const sentences = (message: Message): string[] => typeof message === 'string' ? [message] : [message.one, message.other]
const facts = (message: Message): string[] => [...new Set(sentences(message).flatMap(text => text.match(/\{\w+\}/g) ?? []))].toSorted()

describe.each(languages)('the messages in %s', language => {
  const texts = messages[language]

  it('have words for everything the code can say, and for nothing else', () => {
    expect(Object.keys(texts.refusal).toSorted()).toEqual(Object.keys(refusals).toSorted())
    expect(Object.keys(texts.field).toSorted()).toEqual(fieldReasons.toSorted())
    expect(Object.keys(texts.finding).toSorted()).toEqual(Object.keys(findingSeverity).toSorted())
    expect(Object.keys(texts.tooLarge)).toEqual(['bytes', 'text', 'pixels', 'count'])
    expect(Object.keys(texts.state)).toEqual([...states])
    expect(Object.keys(texts.role)).toEqual([...roles])
    expect(Object.keys(texts.party)).toEqual([...parties])
    for (const named of [texts.basis, texts.basisSide]) expect(Object.keys(named)).toEqual([...bases])
    expect(Object.keys(texts.language)).toEqual([...languages])
    expect(Object.keys(texts.word).toSorted()).toEqual(Object.keys(messages.nb.word).toSorted())
  })

  it('leave nothing empty and use the same facts as bokmål', () => {
    for (const [part, group] of Object.entries(texts)) {
      for (const [key, message] of Object.entries<Message>(group)) {
        const original = Object.entries(messages.nb).find(([name]) => name === part)?.[1]
        const same = Object.entries<Message>(original ?? {}).find(([name]) => name === key)?.[1]
        expect(facts(message), `${part}.${key}`).toEqual(facts(same ?? ''))
        for (const text of sentences(message)) expect(text.trim(), `${part}.${key}`).not.toBe('')
      }
    }
  })
})

const told = (facts?: Record<string, string | number>): string => refusalText('nb', facts === undefined ? { code: 'too-large' } : { code: 'too-large', facts })

describe('a refusal in words', () => {
  it('says how much is taken of what is too large, in the unit it was measured in', () => {
    expect(told({ field: 'statement', most: 100_000, unit: 'bytes' })).toBe('Teksten er for stor til å tas imot: høyst 100\u00A0kB, omtrent 80\u00A0000 tegn.')
    expect(told({ most: 10 * 1024 * 1024, unit: 'bytes' })).toBe('Dette er for stort til å tas imot: høyst 10\u00A0MB.')
    expect(told({ most: 1_500_000, unit: 'bytes' })).toBe('Dette er for stort til å tas imot: høyst 1,5\u00A0MB.')
    expect(told({ most: 40_000_000, unit: 'pixels' })).toBe('Bildet er for stort til å tas imot: høyst 40\u00A0000\u00A0000 bildepunkter.')
    expect(told({ most: 200 })).toBe('Dette er for mye til å tas imot: høyst 200.')
    expect(told()).toBe('Dette er for stort til å tas imot.')
  })

  it('is the sentence of its code otherwise', () => {
    expect(refusalText('en', { code: 'invalid', facts: { field: 'agreed', most: 20 } })).toBe(format('en', messages.en.refusal.invalid))
  })
})

describe('a message with facts', () => {
  it('writes numbers with hard spaces and leaves a missing fact to be seen', () => {
    expect(format('nb', 'Tabellen sier {table} kr', { table: 320000 })).toBe('Tabellen sier 320\u00A0000 kr')
    expect(format('en', '{a} and {b}', { a: 'one' })).toBe('one and {b}')
    expect(format('nb', '{toString}', {})).toBe('{toString}')
  })

  it('chooses between one and many', () => {
    const message = { by: 'n', one: '{n} change', other: '{n} changes' }
    expect(format('en', message, { n: 1 })).toBe('1 change')
    expect(format('en', message, { n: 2 })).toBe('2 changes')
  })

  it('tells a finding with its question and the reason', () => {
    const template = templateById('nordland-2024')
    if (template === null) throw new Error('the form comes with the product')
    const [differing] = check(template, { summer: { regional: { uh: 1000 } }, tiltak: [{ id: 'a', values: { tilskuddUh: 2 } }] }).filter(one => one.code === 'sums-differ')
    expect(differing === undefined ? '' : findingText('nb', template, differing)).toBe('UH: Tabellen sier 1\u00A0000 kr, men tiltakene er til sammen 2 kr.')
    const [first] = check(template, { antallTiltak: { unread: 'tre' } })
    if (first === undefined) throw new Error('an unread value is found')
    expect(findingText('nb', template, first))
      .toBe('Det som står i «Totalt antall tiltak det er behov for tilskudd til?», kan ikke brukes som svar. Skriv bare et tall, uten ord eller andre tegn.')
  })
})
