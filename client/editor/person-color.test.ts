import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { personColor, personColorCount } from './person-color.ts'

const css = readFileSync(new URL('person-colors.css', import.meta.url), 'utf8')
const [, light = '', dark = ''] = css.split(/\[data-color-scheme="(?:light|dark)"\] \{/)

const channel = (byte: number): number => byte / 255 <= 0.04045 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4
function luminance (hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => channel(Number.parseInt(hex.slice(at, at + 2), 16)))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
function contrast (one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}
const colors = (block: string): string[] => [...block.split('}')[0]?.matchAll(/--ss-person-\d+: (#[0-9a-f]{6})/g) ?? []].map(match => match[1] ?? '')
const ink = (block: string): string => /--ss-person-contrast: (#[0-9a-f]{6})/.exec(block)?.[1] ?? ''

describe('colours of people', () => {
  it.each([['light', light, '#ffffff'], ['dark', dark, '#0c1927']])('are readable and visible in %s', (_name, block, page) => {
    expect(colors(block)).toHaveLength(personColorCount)
    expect(new Set(colors(block)).size).toBe(personColorCount)
    for (const color of colors(block)) {
      expect(contrast(color, ink(block)), color).toBeGreaterThanOrEqual(4.5)
      expect(contrast(color, page), color).toBeGreaterThanOrEqual(3)
    }
  })

  it('are found for any number the server may say', () => {
    expect([0, 11, 12, -1, 2.7, Number.NaN].map(personColor)).toEqual([0, 11, 0, 11, 2, 0])
    for (let index = 0; index < personColorCount; index++) expect(css).toContain(`[data-person="${index}"] { --ss-person: var(--ss-person-${index}); }`)
  })
})
