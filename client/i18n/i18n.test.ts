import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { languages } from '@samskriv/shared/base'
import { describe, expect, it } from 'vitest'
import { preferredLanguage } from './catalogue.ts'
import { formatIn } from './use-format.ts'

const here = import.meta.dirname
const client = join(here, '..')
const namespaces = readdirSync(join(here, 'nb')).map(name => name.replace('.json', ''))

function textsOf (language: string, namespace: string): Record<string, string> {
  return JSON.parse(readFileSync(join(here, language, `${namespace}.json`), 'utf8')) as Record<string, string>
}

const baseOf = (key: string): string => key.replace(/_(?:one|other)$/, '')
const placeholdersIn = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(match => match[1] ?? '').toSorted()

interface Source { readonly path: string, readonly text: string }
const sources: readonly Source[] = readdirSync(client, { recursive: true, encoding: 'utf8' })
  .filter(path => /\.tsx?$/.test(path) && !/\.test\.tsx?$|node_modules|^dist/.test(path))
  .map(path => ({ path, text: readFileSync(join(client, path), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '') }))

const usersOf = (namespace: string): readonly Source[] =>
  sources.filter(({ text }) => text.includes(`useText('${namespace}')`) || text.includes(`Translate<'${namespace}'>`) || text.includes(`TextKey<'${namespace}'>`))

describe.each(namespaces)('the texts of %s', namespace => {
  const nb = textsOf('nb', namespace)
  it.each(languages)('have the same keys in %s, none of them empty', language => {
    const texts = textsOf(language, namespace)
    expect(Object.keys(texts).toSorted()).toEqual(Object.keys(nb).toSorted())
    expect(Object.entries(texts).filter(([, text]) => text.trim() === '')).toEqual([])
  })
  it.each(languages)('have the same placeholders in %s', language => {
    const texts = textsOf(language, namespace)
    for (const [key, text] of Object.entries(nb)) expect([key, placeholdersIn(texts[key] ?? '')]).toEqual([key, placeholdersIn(text)])
  })
  it('come as one and many together', () => {
    const counted = Object.keys(nb).filter(key => key !== baseOf(key)).map(baseOf)
    for (const base of counted) expect(Object.keys(nb)).toEqual(expect.arrayContaining([`${base}_one`, `${base}_other`]))
  })
  it('are each used by some file that asks for this namespace', () => {
    const used = usersOf(namespace)
    const unused = [...new Set(Object.keys(nb).map(baseOf))].filter(key => !used.some(({ text }) => text.includes(`'${key}'`)))
    expect(unused).toEqual([])
  })
  it('are there for every key that is asked for', () => {
    const keys = new Set(Object.keys(nb).map(baseOf))
    const asked = usersOf(namespace).filter(({ text }) => (text.match(/useText\('/g) ?? []).length === text.split(`useText('${namespace}')`).length - 1)
      .flatMap(({ path, text }) => [...text.matchAll(/\bt\('([\w.-]+)'/g)].map(match => ({ path, key: match[1] ?? '' })))
    expect(asked.filter(({ key }) => !keys.has(key))).toEqual([])
  })
})

describe('the language one begins in', () => {
  it('is the one chosen here, else nynorsk for a nynorsk browser, else bokmål; English only for who chooses it', () => {
    expect(preferredLanguage('en', ['nb-NO'])).toBe('en')
    expect(preferredLanguage(null, ['en-US', 'en'])).toBe('nb')
    expect(preferredLanguage('nn', ['en-US'])).toBe('nn')
    expect(preferredLanguage(null, ['se', 'nn-NO', 'en'])).toBe('nn')
    expect(preferredLanguage('klingon', ['no'])).toBe('nb')
    expect(preferredLanguage(null, ['de'])).toBe('nb')
  })
})

describe('moments', () => {
  it('are shown in Norwegian time, whatever the machine is set to', () => {
    expect(formatIn('nb').date('2026-06-30T22:30:00.000Z')).toBe('1. juli 2026')
    expect(formatIn('nb').moment('2026-06-30T22:30:00.000Z')).toContain('00:30')
    expect(formatIn('en').date('2026-06-30T22:30:00.000Z')).toBe('1 July 2026')
  })
  it('are told by how long ago they were for a week, then by date', () => {
    const now = Date.parse('2026-06-30T12:00:00.000Z')
    expect(formatIn('nb').ago('2026-06-30T09:00:00.000Z', now)).toBe('for 3 timer siden')
    expect(formatIn('nb').ago('2026-06-20T09:00:00.000Z', now)).toBe('20. juni 2026')
  })
  it('that a clock ahead of ours puts in the future are now', () => {
    const now = Date.parse('2026-06-30T12:00:00.000Z')
    expect(formatIn('nb').ago('2026-06-30T12:05:00.000Z', now)).not.toContain('om')
  })
})
