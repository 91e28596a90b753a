import { describe, expect, it } from 'vitest'
import { roles, states } from '../access/index.ts'
import { bases, parties } from '../api/index.ts'
import { languages, refusals } from '../base/index.ts'
import { fieldReasons } from '../field/index.ts'
import { check, findingSeverity } from '../rules/index.ts'
import { templateById } from '../template/index.ts'
import { findingText, format, messages, type Message } from './index.ts'

const sentences = (message: Message): string[] => typeof message === 'string' ? [message] : [message.one, message.other]
const facts = (message: Message): string[] => [...new Set(sentences(message).flatMap(text => text.match(/\{\w+\}/g) ?? []))].toSorted()

describe.each(languages)('the messages in %s', language => {
  const texts = messages[language]

  it('have words for everything the code can say, and for nothing else', () => {
    expect(Object.keys(texts.refusal).toSorted()).toEqual(Object.keys(refusals).toSorted())
    expect(Object.keys(texts.field).toSorted()).toEqual(fieldReasons.toSorted())
    expect(Object.keys(texts.finding).toSorted()).toEqual(Object.keys(findingSeverity).toSorted())
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
