import { describe, expect, it } from 'vitest'
import type { CommentEntry } from '../api/comment.ts'
import { templateById } from '../template/index.ts'
import type { ThreadRecord } from '../workflow/index.ts'
import { commentBounds, commentsView, placeIn, planComment, planSeen, seenIn, whyNotComment, type CommentCommand } from './index.ts'
import { caseThreads, caseTime, commentCases, situationAs, type Becomes } from './testing/index.ts'

const idsOf = (entries: readonly CommentEntry[], key: 'editedAt' | 'deletedAt'): readonly string[] => entries.filter(entry => entry[key] !== undefined).map(entry => entry.id)

function saidBy (thread: ThreadRecord): Required<Becomes> {
  const texts = thread.entries.map(entry => entry.text)
  return {
    texts, made: texts, mentions: thread.entries.at(-1)?.mentions ?? [], edited: idsOf(thread.entries, 'editedAt'), deleted: idsOf(thread.entries, 'deletedAt'),
    resolved: thread.resolution !== null, why: thread.resolution?.why ?? '', earlier: thread.earlier.map(each => each.why),
  }
}

const why = (threads: readonly ThreadRecord[], command: CommentCommand): unknown => whyNotComment(situationAs('uh', 'utkast'), { threads, round: null }, command, caseTime)

describe('a step in a discussion', () => {
  for (const { says, situation, discussion, command, refusal, becomes } of commentCases) {
    it(says, () => {
      const planned = planComment(situation, discussion, command, caseTime)
      expect(whyNotComment(situation, discussion, command, caseTime)).toEqual(refusal)
      if (!planned.ok) { expect(planned.refusal).toEqual(refusal); return }
      const { thread, changes, audit } = planned.value
      const said = saidBy(thread)
      // Of a new thread only what was made is looked at.
      const wanted = becomes?.made === undefined ? becomes : { ...becomes, texts: becomes.made }
      expect(said).toMatchObject(wanted ?? {})
      expect(changes).toEqual([{ table: 'threads', put: thread }])
      expect(thread.revision).toBe(4)
      expect(audit.map(entry => [entry.action, entry.result])).toEqual([[command.kind, 'done']])
    })
  }

  it('has cases that are taken and cases that are refused, of every kind', () => {
    const kinds: readonly CommentCommand['kind'][] = ['comment', 'reply', 'edit-comment', 'delete-comment', 'resolve-thread', 'reopen-thread']
    for (const kind of kinds) {
      const ofKind = commentCases.filter(each => each.command.kind === kind)
      expect([kind, ofKind.some(each => each.refusal === null), ofKind.some(each => each.refusal !== null)]).toEqual([kind, true, true])
    }
  })

  it('takes author, role and time from the situation, and says nothing of the words in the audit log', () => {
    const planned = planComment(situationAs('tillitsvalgt', 'medbestemmelse'), { threads: [], round: 2 }, { kind: 'comment', thread: 'ny', entry: 'nytt', place: { kind: 'whole' }, text: 'HEMMELIG', mentions: [] }, caseTime)
    if (!planned.ok) throw new Error('refused')
    expect(planned.value.thread).toMatchObject({ round: 2, epoch: 1, revision: 1, entries: [{ author: { personId: 'tillitsvalgt', role: 'tillitsvalgt' }, at: new Date(caseTime).toISOString() }] })
    expect(JSON.stringify(planned.value.audit)).not.toContain('HEMMELIG')
  })

  it('is bounded: entries in a thread, threads, how often one is settled, people named', () => {
    const [open, settled] = caseThreads
    if (open === undefined || settled === undefined) throw new Error('no such threads')
    const first = open.entries[0] ?? { id: 'x', author: { personId: 'uh', name: 'uh', role: 'uh' }, text: 'x', mentions: [], at: '' }
    const full = { ...open, entries: Array.from({ length: commentBounds.entries }, () => first) }
    expect(why([full], { kind: 'reply', thread: 't1', entry: 'x', text: 'x', mentions: [] })).toMatchObject({ code: 'too-large' })
    const many = Array.from({ length: commentBounds.threads }, () => open)
    expect(why(many, { kind: 'comment', thread: 'x', entry: 'x', place: { kind: 'whole' }, text: 'x', mentions: [] })).toMatchObject({ code: 'too-large' })
    const often = { ...open, earlier: Array.from({ length: commentBounds.resolutions }, () => ({ by: first.author, at: '', why: 'x' })) }
    expect(why([often], { kind: 'resolve-thread', thread: 't1', why: 'x' })).toMatchObject({ code: 'too-large' })
  })
})

describe('what a person has seen', () => {
  it('never falls, knows only what is here, and is theirs alone', () => {
    const before = { id: 'b/leser', behovsmelding: 'b', personId: 'leser', threads: { t1: 2 } }
    const planned = planSeen(situationAs('leser', 'låst'), caseThreads, before, { t1: 1, t2: 99, t9: 5 })
    expect(planned).toEqual({ ok: true, value: { audit: [], changes: [{ table: 'seen', put: { ...before, threads: { t1: 2, t2: 1 } } }] } })
    expect(planSeen(situationAs('leser', 'låst'), caseThreads, before, { t1: 1 })).toEqual({ ok: true, value: { audit: [], changes: [] } })
    expect(planSeen(situationAs(null, 'utkast'), caseThreads, undefined, {})).toMatchObject({ ok: false, refusal: { code: 'not-found' } })
  })

  it('is everything up to their own last word', () => {
    const [open] = caseThreads
    if (open === undefined) throw new Error('no such thread')
    expect(['eier', 'uh', 'leser'].map(personId => seenIn(open, personId, undefined))).toEqual([1, 3, 0])
  })

  it('comes with the threads that were changed since, by the time they were begun', () => {
    expect(commentsView(caseThreads, 0, 'uh', undefined)).toMatchObject({ revision: 3, threads: [{ id: 't2', seen: 0 }, { id: 't1', seen: 3 }] })
    expect(commentsView(caseThreads, 2, 'uh', undefined).threads.map(each => each.id)).toEqual(['t1'])
    expect(commentsView([], 0, 'uh', undefined)).toEqual({ revision: 0, threads: [] })
  })
})

describe('a place', () => {
  const template = templateById('nordland-2024')
  if (template === null) throw new Error('the form is not there')
  const [section] = template.sections

  it('is one of this form', () => {
    expect(placeIn(template, { kind: 'whole' }).ok).toBe(true)
    expect(placeIn(template, { kind: 'section', section: section?.id ?? '' }).ok).toBe(true)
    expect(placeIn(template, { kind: 'field', key: 'tiltak/abcd12/navn' }).ok).toBe(true)
    for (const key of ['finnes/ikke', '', '../x', 'tiltak/abcd12/borte', 'x'.repeat(300)]) expect(placeIn(template, { kind: 'field', key })).toMatchObject({ ok: false, refusal: { code: 'not-found' } })
    expect(placeIn(template, { kind: 'section', section: 'borte' })).toMatchObject({ ok: false, refusal: { code: 'not-found' } })
  })

  it('of words is a rich text, and no longer than can be kept', () => {
    const text = (key: string, quote: string): unknown => placeIn(template, { kind: 'text', key, quote, before: '', after: '' })
    expect(text('tiltak/abcd12/navn', 'x')).toMatchObject({ ok: false, refusal: { code: 'not-found' } })
    const rich = template.sections.flatMap(each => each.fields).find(field => field.kind === 'richText')
    if (rich === undefined) throw new Error('the form has rich text')
    expect(text(rich.id, 'x')).toMatchObject({ ok: true })
    expect(text(rich.id, 'x'.repeat(commentBounds.quote + 1))).toMatchObject({ ok: false, refusal: { code: 'invalid' } })
  })
})
