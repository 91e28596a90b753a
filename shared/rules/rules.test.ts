import { describe, expect, it } from 'vitest'
import { templateById } from '../template/index.ts'
import { ruleCases } from './cases.ts'
import { check, findingSeverity, rules } from './index.ts'

const template = templateById('nordland-2024')
if (template === null) throw new Error('the form comes with the product')

describe.each(rules)('the rule $name', rule => {
  it('has cases, of finding and of finding nothing', () => {
    const findings = (ruleCases[rule.name] ?? []).map(one => one.findings.length)
    expect(findings.some(count => count > 0)).toBe(true)
    expect(findings).toContain(0)
  })

  it.each(ruleCases[rule.name] ?? [])('finds what is to be found in: $name', ({ values, only, findings, template: id }) => {
    const form = id === undefined ? template : templateById(id)
    if (form === null) throw new Error(`no form ${id ?? ''}`)
    const found = rule.check(form, values).filter(one => only === undefined || only.includes(one.key))
    expect(found.map(({ code, key, facts }) => ({ code, key, facts }))).toEqual(findings)
    for (const one of found) expect(one.severity).toBe(findingSeverity[one.code])
  })
})

describe('the check', () => {
  it('has no case of a rule that is not there, and a case of every finding', () => {
    expect(Object.keys(ruleCases).toSorted()).toEqual(rules.map(rule => rule.name).toSorted())
    const found = new Set(Object.values(ruleCases).flat().flatMap(one => one.findings.map(finding => finding.code)))
    expect([...found].toSorted()).toEqual(Object.keys(findingSeverity).toSorted())
  })

  it('puts errors first and tells of one missing answer once', () => {
    const found = check(template, { flereEiere: true, flereUh: true, antallTiltak: { unread: 'tre' } })
    expect(found[0]).toMatchObject({ severity: 'error', key: 'antallTiltak' })
    expect(found.filter(one => one.key === 'andre')).toHaveLength(1)
    const both = check(template, { summer: { regional: { eier: 1, uh: 2 } }, tiltak: [{ id: 'a', values: { tilskuddEier: 3, tilskuddUh: 4 } }] })
    expect(both.filter(one => one.code === 'sums-differ')).toHaveLength(2)
  })
})
