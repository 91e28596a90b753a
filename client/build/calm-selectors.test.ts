import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { calmSelector } from './calm-selectors.ts'

it.each([
  ['.ds-chip:has(:focus-visible) *', '.ds-chip:has(:focus-visible) :where('],
  ['.ds-field:has(input[type=radio],input[type=checkbox])>*', '.ds-field:has(input[type=radio],input[type=checkbox])>:where(label,'],
  [':is(:is(.ds-a,.ds-b) :is(a:focus-visible,label:has(input:focus-visible))) *', ':is(:is(.ds-a,.ds-b) :is(a:focus-visible,label:has(input:focus-visible))) :where('],
])('narrows %s', (selector, narrowed) => { expect(calmSelector(selector).startsWith(narrowed)).toBe(true) })

it.each(['.ds-table *', '.ds-table>tbody:has(+tfoot)>tr', '.ds-field:has(input) label', 'a>*'])('leaves %s alone', selector => {
  expect(calmSelector(selector)).toBe(selector)
})

it('leaves no selector with :has in the design system about everything', () => {
  const folder = fileURLToPath(new URL('.', import.meta.resolve('@digdir/designsystemet-css')))
  const css = readdirSync(folder).filter(name => name.endsWith('.css')).map(name => readFileSync(`${folder}${name}`, 'utf8')).join('')
  const selectors = [...css.matchAll(/(?:^|[{}])([^{}@;]*:has\([^{}]*)\{/g)].map(match => match[1] ?? '')
  expect(selectors.length).toBeGreaterThan(20)
  for (const selector of selectors) expect(calmSelector(selector)).not.toMatch(/\)\s*>?\s*\*(?:,|$)|>\s*:not\(\[hidden\]\)(?:,|$)/)
})
