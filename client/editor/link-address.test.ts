import { expect, it } from 'vitest'
import { linkAddress } from './link-address.ts'

it.each([
  ['https://www.udir.no/plan?x=1', 'https://www.udir.no/plan?x=1'],
  ['  udir.no/plan ', 'https://udir.no/plan'],
  ['localhost.test:8080/x', 'https://localhost.test:8080/x'],
  ['kari@example.no', 'mailto:kari@example.no'],
  ['tel:+4700000000', 'tel:+4700000000'],
])('makes of %s the address %s', (written, address) => { expect(linkAddress(written)).toBe(address) })

it.each(['', 'plan', 'javascript:alert(1)', 'JavaScript:alert(1)', 'data:text/html,x', 'file:///C:/x', 'https://', 'to ord', 'mailto:', '/relativ'])('makes no address of %j', written => {
  expect(linkAddress(written)).toBeNull()
})
