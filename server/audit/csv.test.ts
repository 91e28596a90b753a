import { expect, it } from 'vitest'
import { csvLine } from './index.ts'

it('a line of CSV keeps what it holds apart and gives a spreadsheet no formula', () => {
  expect(csvLine([1, 'a', null, 'b c', 'x,y', 'say "hi"', 'two\nlines', ' edge '])).toBe('1,a,,b c,"x,y","say ""hi""","two\nlines"," edge "\r\n')
  for (const start of ['=', '+', '-', '@', '\t', '\r', '\n', '＝', ' =', '\t+']) expect(csvLine([`${start}1`])).toMatch(/^"?'/)
  expect(csvLine([-1, 'a=b', 'nord-sør'])).toBe('-1,a=b,nord-sør\r\n')
})
