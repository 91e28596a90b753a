import type { AuditPage } from '@samskriv/shared/api'
import { refused, taken, type Result } from '@samskriv/shared/base'
import type { Request, Response, Router } from 'express'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { auditCsv, auditPerson, auditView, createAuditBook, isWanted, type AuditBook } from '../../audit/index.ts'
import { auditRefusal } from '../../workflow/index.ts'
import { readAuditQuery, type AuditAsked } from '../audit-query.ts'
import type { House } from '../house.ts'
import { allowedHere } from '../member.ts'
import { answer, refuse } from '../refuse.ts'

/** What is looked into: one behovsmelding, or (null) the whole installation. */
interface Scope { readonly behovsmelding: string | null, readonly title: string | null }

async function pageOf (house: House, book: AuditBook, { behovsmelding, title }: Scope, asked: AuditAsked): Promise<AuditPage> {
  const { store } = house.parts
  const { rows, chain } = await book.open()
  const here = rows.filter(row => behovsmelding === null || row.behovsmelding === behovsmelding)
  const found = here.filter(row => isWanted(row, { ...asked.wanted, behovsmelding }))
  const fromHere = found.filter(row => asked.from === null || row.number <= asked.from)
  const shown = fromHere.slice(-asked.most)
  const next = fromHere.length > shown.length ? fromHere[fromHere.length - shown.length - 1] : undefined
  const entries: AuditPage['entries'][number][] = []
  for await (const entry of book.entries(shown.map(row => row.number))) entries.push(auditView(store, entry))
  const people = [...new Set(here.flatMap(row => row.personId ?? []))].map(id => auditPerson(store, id))
  return {
    title, chain,
    entries: entries.toReversed(),
    total: found.length,
    next: next?.number ?? null,
    people: people.toSorted((a, b) => (a.name ?? a.id).localeCompare(b.name ?? b.id, 'nb')),
    actions: [...new Set(here.map(row => row.action))].toSorted(),
  }
}

async function sendCsv (house: House, book: AuditBook, { behovsmelding }: Scope, { wanted }: AuditAsked, response: Response): Promise<void> {
  const { rows } = await book.open()
  const numbers = rows.filter(row => isWanted(row, { ...wanted, behovsmelding })).map(row => row.number)
  response.attachment(behovsmelding === null ? 'logg.csv' : `logg-${behovsmelding}.csv`)
  response.type('text/csv; charset=utf-8; header=present')
  try {
    await pipeline(Readable.from(auditCsv(house.parts.store, book.entries(numbers))), response)
  } catch (error) {
    // Whoever asked went away: nobody's fault.
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE')) throw error
  }
}

/** The audit log: of one behovsmelding for its eier, of the whole installation for an administrator. Each as a page and as CSV. */
export function auditRoutes (house: House, router: Router): void {
  const { store, auditHead } = house.parts
  const book = createAuditBook(store, auditHead ?? (async () => null))

  const ofOne = async (request: Request): Promise<Result<Scope>> => {
    const here = await allowedHere(house, request, 'read-audit')
    return here.ok ? taken({ behovsmelding: here.value.behovsmelding.id, title: here.value.behovsmelding.title }) : here
  }
  const ofAll = async (request: Request): Promise<Result<Scope>> => {
    const person = house.sessions.personOf(request)
    if (person === null) return refused('not-signed-in')
    if (person.admin) return taken({ behovsmelding: null, title: null })
    const no = refused('not-allowed')
    await auditRefusal(house.workflow, { personId: person.id, behovsmelding: null }, 'read-audit', no.refusal)
    return no
  }

  for (const [path, scopeOf] of [['/behovsmeldinger/:id/audit', ofOne], ['/audit', ofAll]] as const) {
    router.get(path, async (request, response) => {
      const scope = await scopeOf(request)
      const asked = readAuditQuery(request)
      if (!scope.ok) { refuse(response, scope.refusal); return }
      answer(response, asked.ok ? taken(await pageOf(house, book, scope.value, asked.value)) : asked)
    })
    router.get(`${path}.csv`, async (request, response) => {
      const scope = await scopeOf(request)
      const asked = readAuditQuery(request)
      if (!scope.ok) { refuse(response, scope.refusal); return }
      if (!asked.ok) { refuse(response, asked.refusal); return }
      await sendCsv(house, book, scope.value, asked.value, response)
    })
  }
}
