import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { fill, project } from '../document/index.ts'
import { templateById } from '../template/index.ts'
import { seeded, type Random } from '../testing/random.ts'
import { filledIn, printedTexts } from './fixture.ts'
import { accountOf, readText } from './index.ts'
import { plainWords } from './word.ts'

const template = templateById('nordland-2024')
if (template === null) throw new Error('the form comes with the product')
const printed = printedTexts(template)

const strange = [
  'Ja', 'Nei takk', 'Ja ☒ Nei ☐ fordi ja', 'Ja og Nei', 'Kompetanseløftet og litt til', '☒ Regional ordning ☐ Kompetanseløftet', 'Tiltak 7', 'Tiltak 3: Lesing', 'Tiltak',
  'Eier: noen', 'UH: 5', 'Vedlegg:', 'Begrunn', 'Begrunn hvorfor', 'Navn på tiltak: **x** [y](z w)', '[y](plan.docx)', '[skadelig](javascript:alert(1))', '***', '** a * b **', '*a **b* c**',
  '1. februar', '1. en', '2. to', '2) to', '# Overskrift', '#### Liten', '– sitat', '• punkt', '\uF0B7 punkt', '<i>skrått</i> og <b>fett</b>', 'a\u00ADb', 'A\u030A', '\uE000', '\uD800 halv', '\u0000nul',
  '\t', '\t\t', 'a\tb', 'Eier\tUH', '\tEier\tUH', 'Navn\tx\ty\tz', 'Sum\t1\t2\t3\t4', 'Eier\tUH\tSum totalt\tMer', '50\t60\t110', '--\t--', 'Navn på tiltak\tI to kolonner', 'Rolle\tNavn',
  'Velg et element. Ja', 'Klikk eller trykk her for å skrive inn tekst. og mer', 'constructor', '__proto__', '__proto__\t1', 'linje med to blanke  ', 'x'.repeat(300), '12 000 50', '𝟙𝟚 ٣',
] as const

function shaken (random: Random): string {
  const lines = filledIn.split('\n')
  for (let times = 3 + random.below(40); times > 0; times--) {
    const at = random.below(lines.length)
    const line = lines[at] ?? ''
    switch (random.below(8)) {
      case 0: lines.splice(at, 1); break
      case 1: lines.splice(at, 0, random.pick(strange)); break
      case 2: lines.splice(at, 1, `${line} ${random.pick(strange)}`); break
      case 3: lines.splice(at, 1, `${random.pick(['**', '# ', '- ', '  ', '\t', '*'])}${line}`); break
      case 4: lines.splice(at, 2, `${line} ${lines[at + 1] ?? ''}`); break
      case 5: lines.splice(random.below(lines.length), 0, ...lines.splice(at, 1 + random.below(12))); break
      case 6: { const cut = random.below(line.length + 1); lines.splice(at, 1, line.slice(0, cut), line.slice(cut)); break }
      default: lines.splice(at, 0, ...lines.slice(at, at + random.below(6)))
    }
  }
  return lines.join(random.pick(['\n', '\n', '\r\n', '\f']))
}

describe('a form that was shaken before it was taken in', () => {
  it.each(Array.from({ length: 200 }, (_, seed) => seed))('loses no word (seed %i)', seed => {
    const input = shaken(seeded(seed))
    const intake = readText(template, input)
    expect(accountOf(template, input, intake)).toMatchObject({ lost: [], invented: [], wrong: [] })
    const foreign = intake.passed.filter(one => one.kind === 'label').map(one => plainWords(one.text).join(' '))
      .filter(text => !printed.has(text) && !/^tiltak \d{1,3}$/.test(text))
    expect(foreign).toEqual([])
    const doc = new Y.Doc()
    fill(template, doc, intake.values)
    expect(project(template, doc).values).toEqual(intake.values)
  })

  it('is read in the same way each time', () => {
    const input = shaken(seeded(1))
    expect(readText(template, input)).toEqual(readText(template, input))
  })

  it('may be anything: nothing, one long line, marks that never end', () => {
    for (const input of ['', ' ', '\n\n', 'bare ord', '*a '.repeat(20_000), '**a'.repeat(5_000), '[a]('.repeat(5_000), '- x\n'.repeat(3_000), `${'a\tb\n'.repeat(2_000)}`]) {
      const intake = readText(template, input)
      expect(accountOf(template, input, intake)).toMatchObject({ lost: [], invented: [], wrong: [] })
    }
  })
})
