import { describe, expect, it } from 'vitest'
import { labelAt, placeOf, templateById } from './index.ts'

const template = templateById('nordland-2024')
if (template === null) throw new Error('the form comes with the product')
const ids = (key: string) => placeOf(template, key)?.fields.map(field => field.id)

describe('a key of the document', () => {
  it('leads to its question, however deep it lies', () => {
    expect(ids('eier')).toEqual(['eier'])
    expect(ids('eierkontakt/telefon')).toEqual(['eierkontakt', 'telefon'])
    expect(ids('ordninger/regional')).toEqual(['ordninger'])
    expect(ids('summer/regional/uh')).toEqual(['summer', 'uh'])
    expect(ids('tiltak/abc1')).toEqual(['tiltak'])
    expect(ids('tiltak/abc1/videre/host2025/eier')).toEqual(['tiltak', 'videre', 'eier'])
    expect(placeOf(template, 'tiltak/abc1/videre/host2025/eier')).toMatchObject({ section: { id: 'tiltak' }, row: { id: 'host2025' }, item: 'abc1' })
    expect(placeOf(template, 'andre/x/navn')).toMatchObject({ section: { id: 'andre' }, item: 'x' })
  })

  it('leads nowhere when the form has no such question', () => {
    for (const key of ['', 'borte', 'eier/mer', 'summer/borte/eier', 'tiltak/a/borte', 'eierkontakt/borte']) expect(placeOf(template, key)).toBeNull()
  })

  it('has a name people know', () => {
    expect(labelAt(template, 'summer/regional/uh', 'nb')).toBe('Regional ordning, UH')
    expect(labelAt(template, 'tiltak/abc1/navn', 'en')).toBe('Name of the tiltak')
    expect(labelAt(template, 'borte', 'nb')).toBe('')
  })
})
