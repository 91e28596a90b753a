import type { CommentPlace, NewThread } from '@samskriv/shared/api'
import { newId, refused, taken, type Result } from '@samskriv/shared/base'
import { placeIn, putNewMark, quoteOf, resolveWanted, type StartThread } from '@samskriv/shared/comment'
import type { ThreadRecord } from '@samskriv/shared/workflow'
import { auditRefusal, situationAbout, type About } from '../workflow/index.ts'
import { writeMarks } from './compose.ts'
import type { CommentParts } from './parts.ts'
import { commitStep, keepsPace, planStep } from './step.ts'
import { tidy } from './tidy.ts'

type TextPlace = Extract<CommentPlace, { kind: 'text' }>

/**
 * Begins a thread. For a stretch of text its mark is written first, then the record: should the process end between the two, a mark
 * without a thread is swept away and nobody has seen it as a comment. Place and quote are as the server has them. Refuses as `planComment`
 * and `placeIn`, `changed-meanwhile` when the words are not there (any more), `too-fast`. Rejects with StorageError.
 */
export async function startThread (parts: CommentParts, about: About, wanted: NewThread): Promise<Result<ThreadRecord>> {
  const pace = keepsPace(parts, about.personId)
  if (!pace.ok) return pace
  const { text, mentions } = wanted
  const command: StartThread = { kind: 'comment', thread: newId(), entry: newId(), place: wanted.place, text, mentions }
  const judged = judge(parts, about, command)
  if (!judged.ok) {
    await auditRefusal(parts.workflow, about, 'comment', judged.refusal)
    return judged
  }
  const place = judged.value
  if (place.kind !== 'text') return await commitStep(parts, about, { ...command, place })
  parts.beginning.add(command.thread)
  try {
    const marked = await writeMark(parts, about, command, { ...wanted, place })
    if (!marked.ok) {
      await auditRefusal(parts.workflow, about, 'comment', marked.refusal)
      return marked
    }
    const begun = await commitStep(parts, about, { ...command, place: marked.value })
    if (begun.ok) return begun
    parts.beginning.delete(command.thread)
    await tidy(parts, about.behovsmelding ?? '')
    return begun
  } finally {
    parts.beginning.delete(command.thread)
  }
}

// Whether the thread could be begun now, and the place as this form has it.
function judge (parts: CommentParts, about: About, command: StartThread): Result<CommentPlace> {
  const { workflow } = parts
  const situation = situationAbout(workflow.store, about)
  const planned = planStep(parts, situation, command, workflow.now())
  if (!planned.ok) return planned
  const { id, version } = situation.behovsmelding?.template ?? { id: '', version: 0 }
  const template = parts.template(id, version)
  return template === null ? refused('old-schema') : placeIn(template, command.place)
}

async function writeMark (parts: CommentParts, about: About, command: StartThread, wanted: NewThread & { readonly place: TextPlace }): Promise<Result<TextPlace>> {
  const { place, start, end } = wanted
  const behovsmelding = about.behovsmelding ?? ''
  const epoch = parts.workflow.store.table('behovsmeldinger').get(behovsmelding)?.epoch ?? 0
  let outcome: Result<TextPlace> = refused('changed-meanwhile')
  const isOpen = await writeMarks(parts, behovsmelding, epoch, (transaction, clients) => {
    const found = resolveWanted(transaction.doc, place.key, { ...place, start, end })
    if (found === null) return
    putNewMark(transaction, found.line, found.range, command.thread, clients)
    outcome = taken({ kind: 'text', key: place.key, ...quoteOf(found.line.words, found.range) })
  })
  if (isOpen) return outcome
  // It was locked while this waited for its turn.
  const planned = planStep(parts, situationAbout(parts.workflow.store, about), command, parts.workflow.now())
  return planned.ok ? refused('changed-meanwhile') : planned
}
