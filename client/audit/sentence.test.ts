import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AuditEntryView } from '@samskriv/shared/api'
import { refusals, type RefusalCode } from '@samskriv/shared/base'
import { isEntered } from '@samskriv/shared/workflow'
import { describe, expect, it } from 'vitest'
import type { Translate } from '../i18n/index.ts'
import { nothingChosen } from './filters.tsx'
import { queryOf } from './query.ts'
import { kindName, remarks, sentence } from './sentence.ts'

const texts = JSON.parse(readFileSync(join(import.meta.dirname, '../i18n/nb/audit.json'), 'utf8')) as Readonly<Record<string, string>>
const t: Translate<'audit'> = (key, facts = {}) =>
  (texts[key] ?? texts[`${key}_${facts['count'] === 1 ? 'one' : 'other'}`] ?? key).replaceAll(/\{(\w+)\}/g, (_all, name: string) => String(facts[name] ?? '?'))

const entry = (action: string, more: Partial<AuditEntryView> = {}): AuditEntryView => ({
  number: 1, at: '2026-11-22T10:00:00.000Z', hash: 'a'.repeat(64), person: { id: 'p', name: 'Ingrid Nordvik' }, role: 'eier', behovsmelding: null,
  action, result: 'done', facts: {}, ...more,
})
const says = (action: string, more: Partial<AuditEntryView> = {}): string => sentence(t, role => `(${role})`, entry(action, more))

describe('an entry in a sentence', () => {
  it('says who did what, to whom, as what', () => {
    expect(says('lock', { facts: { version: 2 } })).toBe('Ingrid Nordvik låste som versjon 2')
    expect(says('invite', { facts: { invitedAs: 'uh' } })).toBe('Ingrid Nordvik laget en invitasjon: (uh)')
    expect(says('remove-member', { whom: { id: 'q', name: null } })).toBe('Ingrid Nordvik fjernet En tidligere bruker')
    expect(['admin', 'start', 'member', 'sign-in'].map(purpose => says('use-link', { role: 'leser', facts: { purpose } }))).toEqual([
      'Ingrid Nordvik ble administrator', 'Ingrid Nordvik kan nå starte behovsmeldinger', 'Ingrid Nordvik ble med: (leser)', 'Ingrid Nordvik logget inn',
    ])
  })
  it('says what was done in medbestemmelse, and about which version', () => {
    expect(['open-round', 'move-deadline', 'give-stance', 'withdraw-stance', 'close-round'].map(action => says(action, { facts: { round: 2, version: 3 } }))).toEqual([
      'Ingrid Nordvik åpnet en runde i medbestemmelse om versjon 3', 'Ingrid Nordvik flyttet fristen i runden om versjon 3', 'Ingrid Nordvik uttalte seg om versjon 3',
      'Ingrid Nordvik trakk uttalelsen sin om versjon 3', 'Ingrid Nordvik avsluttet runden om versjon 3',
    ])
    const moved = entry('move-deadline', { facts: { round: 2, version: 3, from: '2026-12-01', to: '2026-12-08' } })
    expect(remarks(t, day => `<${day}>`, moved)).toEqual(['Fra <2026-12-01> til <2026-12-08>.'])
    expect(says('move-deadline', { result: 'refused' })).toBe('Ingrid Nordvik fikk ikke flytte fristen i en runde')
  })
  it('says what a lock and a reopening were about besides', () => {
    expect(remarks(t, day => day, entry('lock', { facts: { version: 3, warnings: 0, differsFrom: 2, reason: 'en skrivefeil' } }))).toEqual(['Teksten var en annen enn versjon 2, som medbestemmelsen så.', 'Begrunnelse: en skrivefeil'])
    expect(remarks(t, day => day, entry('reopen', { facts: { epoch: 2, delivery: 1, reason: 'en sum' } }))).toEqual(['Levering 1 kom i retur for retting.', 'Begrunnelse: en sum'])
    expect(remarks(t, day => day, entry('deliver', { facts: { delivery: 1, version: 2 } }))).toEqual([])
  })
  it('says what was refused, why and how often, also of nobody, and names what it does not know', () => {
    const refused = entry('write', { result: 'refused', facts: { code: 'wrong-state', count: 12 } })
    expect(sentence(t, role => role, refused)).toBe('Ingrid Nordvik fikk ikke skrive')
    expect(remarks(t, day => day, refused)).toEqual(['Behovsmeldingen var i en tilstand der det ikke kan gjøres.', '12 ganger'])
    const codes = (Object.keys(refusals) as RefusalCode[]).filter(isEntered)
    expect(codes.length).toBeGreaterThan(10)
    for (const code of codes) expect(remarks(t, day => day, entry('comment', { result: 'refused', facts: { code } })), code).toHaveLength(1)
    const missing = { result: 'refused', facts: { code: 'not-found' } } as const
    expect([remarks(t, day => day, entry('give-stance', missing)), remarks(t, day => day, entry('read', { ...missing, role: null }))])
      .toEqual([['Det det gjaldt, fantes ikke i behovsmeldingen.'], ['Vedkommende er ikke med i behovsmeldingen.']])
    expect(says('save-draft', { result: 'refused' })).toBe('Ingrid Nordvik fikk ikke uttale seg i medbestemmelsen')
    expect(remarks(t, day => day, entry('settle-proposal', { facts: { proposal: 'p', outcome: 'taken', changes: 3 } }))).toEqual(['3 endringer tatt inn i teksten'])
    expect(remarks(t, day => day, entry('propose', { facts: { proposal: 'p', changes: 1 } }))).toEqual(['1 endring'])
    expect(says('use-link', { person: null, result: 'refused' })).toBe('Noen uten innlogging fikk ikke bruke en lenke')
    expect([says('something-new'), says('something-new', { result: 'refused' }), kindName(t, 'something-new')])
      .toEqual(['Ingrid Nordvik: something-new', 'Ingrid Nordvik ble avvist: something-new', 'something-new'])
  })
})

describe('what is asked of the server', () => {
  it('is nothing when nothing is chosen, and whole days otherwise', () => {
    expect(queryOf(nothingChosen)).toEqual({})
    const { since, until, ...rest } = queryOf({ person: 'p', action: 'lock', refused: true, since: '2026-11-22', until: '2026-11-22' })
    expect(rest).toEqual({ person: 'p', action: 'lock', refused: '1' })
    expect(Date.parse(until ?? '') - Date.parse(since ?? '')).toBe(24 * 3600_000)
    expect(queryOf({ ...nothingChosen, since: '2026-11' })).toEqual({})
  })
})
