import { contentRoom, serverAuthor, type Moment } from '../live/live.ts'
import { commentPace, createCaretaker, createMarkMemories, type Caretaker, type CommentParts } from '../comment/index.ts'
import { createWhoWrote, mostWaitingForPackage, type Content, type DeliverParts, type FrozenParts, type WhoWrote } from '../frozen/index.ts'
import { protokollFiles, type ProtokollParts } from '../protokoll/index.ts'
import type { ProposalParts } from '../proposal/index.ts'
import { createLinks, createSessions, type Links, type Sessions } from '../people/index.ts'
import { createLimiter, createTurns, createWorkflow, type Workflow } from '../workflow/index.ts'
import type { HttpParts } from './parts.ts'

/** What routes work with, made once from the parts. */
export interface House {
  readonly parts: HttpParts
  readonly workflow: Workflow
  readonly sessions: Sessions
  readonly links: Links
  readonly frozen: FrozenParts
  readonly comment: CommentParts
  readonly caretaker: Caretaker
  readonly delivering: DeliverParts
  readonly proposal: ProposalParts
  readonly whoWrote: WhoWrote
  readonly protokoll: ProtokollParts
}

// What the server itself writes (a new epoch's first text, comments' anchors) is nobody's words.
function byPeople ({ update, owners, bringers }: Moment): Content {
  return { update, owners: new Map([...owners].filter(([, personId]) => personId !== serverAuthor)), bringers: new Map(bringers) }
}

/** Puts the parts together. */
export function createHouse (parts: HttpParts): House {
  const { store, live, log } = parts
  const workflow = createWorkflow({
    store,
    now: parts.now ?? Date.now,
    rightsChanged: id => { live.rightsChanged(id) },
    told: (id, topic) => { live.tell(id, topic) },
    auditFailed: cause => { log('error', 'a refusal could not be written to the audit log', { cause: cause instanceof Error ? cause.name : 'unknown' }) },
  })
  const secure = parts.publicUrl?.startsWith('https:') ?? false
  const frozen: FrozenParts = {
    workflow,
    template: parts.template,
    findings: parts.findings,
    live: {
      hold: (id, epoch, work) => live.hold(id, epoch, moment => work(byPeople(moment))),
      read: async (id, epoch) => byPeople(await live.read(id, epoch)),
      room: contentRoom,
      seedEntry: (room, update) => parts.seedEntry(room, update, serverAuthor),
    },
  }
  const comment: CommentParts = {
    workflow,
    template: parts.template,
    live: { write: (id, epoch, compose) => live.write(id, epoch, compose) },
    pace: createLimiter(commentPace),
    memories: createMarkMemories(),
    beginning: new Set(),
  }
  const caretaker = createCaretaker(comment, cause => { log('error', 'comments could not be put in order', { cause: cause instanceof Error ? cause.name : 'unknown' }) })
  live.watch(caretaker.look)
  const protokoll: ProtokollParts = { store, docx: parts.protokollDocx, pdf: parts.protokollPdf }
  return {
    parts,
    workflow,
    sessions: createSessions({ store, turns: workflow.turns, now: workflow.now, secure }),
    links: createLinks(workflow),
    comment,
    caretaker,
    frozen,
    whoWrote: createWhoWrote(frozen),
    proposal: { workflow, template: parts.template },
    protokoll,
    delivering: {
      frozen, signing: parts.signing, docx: parts.renderDocx, pdf: parts.renderPdf, pack: parts.pack,
      protokoller: (behovsmelding, language) => protokollFiles(protokoll, behovsmelding, language),
      turns: createTurns(mostWaitingForPackage),
    },
  }
}
