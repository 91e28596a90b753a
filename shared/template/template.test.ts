import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { templateById, templateOf, templates, type Template } from './index.ts'
import { templateFaults, templateSchema } from './valid.ts'

describe.each(templates.map(template => ({ name: template.id, template })))('the template $name', ({ template }) => {
  it('has the shape of a template and every text in every language', () => {
    const checked = v.safeParse(templateSchema, template)
    expect(checked.issues?.map(issue => `${v.getDotPath(issue)}: ${issue.message}`) ?? []).toEqual([])
  })

  it('uses no id twice and refers to nothing that is not there', () => {
    expect(templateFaults(template)).toEqual([])
  })

  it('is found by id and version, and by nothing else', () => {
    expect(templateOf(template.id, template.version)).toBe(template)
    expect(templateOf(template.id, template.version + 1)).toBeNull()
    expect(templateById(template.id)).toBe(template)
    expect(templateById('finnes-ikke')).toBeNull()
  })
})

describe('the form nordland-2024', () => {
  it('asks what the paper form asks, in its order', () => {
    const form = templateById('nordland-2024')
    const fields = form?.sections.flatMap(section => section.fields) ?? []
    expect(fields.map(field => `${field.kind} ${field.id}`)).toEqual([
      'choices ordninger', 'text eier', 'text nettverk', 'text universitet', 'contact eierkontakt', 'contact uhkontakt',
      'yesNo flereEiere', 'yesNo flereUh', 'yesNo flereOrdninger', 'integer antallTiltak', 'fixedTable summer', 'richText bakgrunn',
      'group tiltak', 'freeTable andre', 'yesNo droftet', 'freeTable deltakere',
      'integer kommunaleBarnehager', 'integer privateBarnehager', 'integer offentligeSkoler', 'integer privateSkoler', 'integer ppTjenester',
    ])
    const tiltak = fields.find(field => field.kind === 'group')
    expect(tiltak?.fields.map(field => `${field.kind} ${field.id}`)).toEqual([
      'text navn', 'richText vedlegg', 'amount tilskuddEier', 'amount tilskuddUh', 'sum tilskuddSum', 'choice bruk', 'richText brukUtdypet',
      'richText forankring', 'richText kollektiveProsesser', 'richText laererutdanning', 'richText langsiktigPlan', 'richText eiersBruk', 'richText uhBruk',
      'yesNo koordinator', 'richText koordinatorBegrunnelse', 'choices varighet', 'fixedTable videre', 'richText malgruppe',
    ])
  })
})

describe('the check of a template', () => {
  const label = { nb: 'a', nn: 'a', en: 'a' }
  const of = (fields: Template['sections'][number]['fields'], rules: Template['rules'] = []): Template =>
    ({ id: 't', version: 1, title: label, issuer: label, sections: [{ id: 's', title: label, fields }], rules })

  it('finds an id used twice, a sum of nothing, a name that is no field', () => {
    expect(templateFaults(of([{ kind: 'text', id: 'a', label }, { kind: 'date', id: 'a', label }]))).toEqual(['t: id "a" twice'])
    expect(templateFaults(of([{ kind: 'sum', id: 's', label, of: ['borte'] }]))).toEqual(['s.of: no "borte"'])
    expect(templateFaults(of([{ kind: 'group', id: 'g', label, itemLabel: label, addLabel: label, nameField: 'navn', fields: [{ kind: 'text', id: 'n', label }] }])))
      .toEqual(['g.nameField: no "navn"'])
  })

  it('finds a rule about a field that is not there', () => {
    expect(templateFaults(of([{ kind: 'text', id: 'a', label }], [{ rule: 'count-agrees', field: 'a', group: 'b' }]))).toEqual(['count-agrees: no "b"'])
  })

  it('finds a table of participants, or a column of it, that is not there', () => {
    const table = { kind: 'freeTable', id: 'deltakere', label, addLabel: label, columns: [{ kind: 'text', id: 'navn', label }, { kind: 'integer', id: 'rolle', label }] } as const
    expect(templateFaults({ ...of([table]), participants: { table: 'andre', role: 'rolle', name: 'navn' } })).toEqual(['participants: no "andre"'])
    expect(templateFaults({ ...of([table]), participants: { table: 'deltakere', role: 'rolle', name: 'navn' } })).toEqual(['participants: no "rolle"'])
  })

  it('finds a text that is missing in one language', () => {
    expect(v.is(templateSchema, of([{ kind: 'text', id: 'a', label: { nb: 'a', nn: '', en: 'a' } }]))).toBe(false)
    expect(v.is(templateSchema, of([{ kind: 'text', id: 'a', label }]))).toBe(true)
  })
})
