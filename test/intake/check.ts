import { existsSync, readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { fill, project, type Item, type Value, type Values } from '@samskriv/shared/document'
import { accountOf, readText } from '@samskriv/shared/intake'
import { check } from '@samskriv/shared/rules'
import { templateById, type Template } from '@samskriv/shared/template'
import * as Y from 'yjs'

// Takes the real documents in, where they are, and says how it went in numbers alone: what is in them concerns real
// people. Ends with 1 when a word is lost, made up or misplaced, or when the live document does not give back what was filled in.
const folder = new URL('../../../shared/real-input/', import.meta.url)
const documents = ['rana-2024.txt', 'ytre-helgeland-2024.txt']

const isItems = (value: Value | undefined): value is readonly Item[] => Array.isArray(value)

function emptiness (values: Values): boolean {
  return !/klikk eller trykk her|velg et element/i.test(JSON.stringify(values))
}

function takeIn (template: Template, name: string): boolean {
  const text = readFileSync(new URL(name, folder), 'utf8')
  const intake = readText(template, text)
  const account = accountOf(template, text, intake)
  const doc = new Y.Doc()
  fill(template, doc, intake.values)
  const first = project(template, doc).values
  const again = new Y.Doc()
  fill(template, again, first)
  const round = isDeepStrictEqual(first, intake.values) && isDeepStrictEqual(project(template, again).values, first)
  const findings = check(template, first)
  const leftoverWords = intake.leftovers.reduce((sum, one) => sum + one.text.split(/\s+/).length, 0)
  const tiltak = isItems(first.tiltak) ? first.tiltak.length : 0
  console.log([
    `${name}:`,
    `  ${intake.placed.length} fields placed, ${tiltak} tiltak, ${intake.leftovers.length} leftovers (${leftoverWords} words)`,
    `  ${account.words} words: ${account.lost.length} lost, ${account.invented.length} made up, ${account.wrong.length} fields with another value than was placed`,
    `  no placeholder among the values: ${emptiness(first)}; through the live document and back the same: ${round}`,
    `  the rules find ${findings.filter(one => one.severity === 'error').length} errors and ${findings.filter(one => one.severity === 'warning').length} warnings`,
  ].join('\n'))
  return round && emptiness(first) && account.lost.length === 0 && account.invented.length === 0 && account.wrong.length === 0
}

const template = templateById('nordland-2024')
if (template === null) throw new Error('the form comes with the product')
const there = documents.filter(name => existsSync(new URL(name, folder)))
if (there.length === 0) console.log('real documents: not on this machine, so there is nothing to take in')
const passed = there.map(name => takeIn(template, name))
process.exitCode = passed.every(Boolean) ? 0 : 1
