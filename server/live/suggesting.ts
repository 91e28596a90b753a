import type { RefusalCode } from '@samskriv/shared/base'

/**
 * Says of each update of somebody who may only suggest whether it is a suggestion of theirs and nothing else. What a suggestion is, is
 * no business of the live half: who puts the server together brings it along. `learn`: what stands in the room. After a refusal it
 * is thrown away.
 */
export interface SuggestionJudge {
  learn (update: Uint8Array): void
  judge (update: Uint8Array, personId: string, owns: (client: number) => boolean): RefusalCode | null
}

/** Makes a judge of a room, given all that stands in it as one update. */
export type OpenJudge = (content: Uint8Array) => SuggestionJudge

/** Nobody is let in who may only suggest, as long as nothing is known of suggestions. */
export const noSuggestions: OpenJudge = () => ({ learn: () => undefined, judge: () => 'only-suggest' })

/** Refusals of one person within so many ms, after which the rest is refused unseen. An editor of ours is refused one, now and then. */
const mostRefusals = 5
const refusalsMs = 1_000

/** Updates that wait for the judge to be asked; beyond it, it is cheaper to make another. */
const mostMissed = 2_000

/** What is asked about: an update, whose it is, whether what was written under a client id is theirs; and what stands in the room. */
export interface Asked { readonly update: Uint8Array, readonly personId: string, readonly owns: (client: number) => boolean, content(): Uint8Array }

// What breaks it is no suggestion.
function verdict (judge: SuggestionJudge, { update, personId, owns }: Asked): RefusalCode | null {
  try {
    return judge.judge(update, personId, owns)
  } catch {
    return 'only-suggest'
  }
}

/** A room's judge of suggestions: there while somebody who may only suggest writes, and costing nothing before and after. */
export class Suggesting {
  private readonly openJudge: OpenJudge
  private judge: SuggestionJudge | null = null
  /** Shown since the judge was last asked. */
  private missed: Uint8Array[] = []
  /** Let in by the judge and not shown yet. */
  private readonly passed = new Set<Uint8Array>()
  private readonly refusals = new Map<string, { readonly since: number, readonly count: number }>()

  constructor (openJudge: OpenJudge) {
    this.openJudge = openJudge
  }

  /** Why an update is not let in; null: it is. `now`: a clock that only goes forward, ms. */
  ask (asked: Asked, now = performance.now()): RefusalCode | null {
    const { personId } = asked
    // Each refusal costs a judge: what comes right behind several is not looked into.
    const before = this.refusals.get(personId)
    const refusals = before !== undefined && now - before.since < refusalsMs ? before : { since: now, count: 0 }
    if (refusals.count >= mostRefusals) return 'only-suggest'
    const code = this.judged(asked)
    if (code !== null) this.refusals.set(personId, { ...refusals, count: refusals.count + 1 })
    return code
  }

  private judged (asked: Asked): RefusalCode | null {
    const judge = this.judge ?? this.open(asked.content())
    for (const each of this.missed) judge.learn(each)
    this.missed = []
    // It has seen what is not let in, should it refuse or break on it: it is kept only when it lets in.
    this.judge = null
    const code = verdict(judge, asked)
    if (code !== null) return code
    this.judge = judge
    this.passed.add(asked.update)
    return null
  }

  /** Something was shown, whoever wrote it. */
  shown (update: Uint8Array): void {
    if (this.passed.delete(update) || this.judge === null) return
    if (this.missed.length < mostMissed) this.missed.push(update)
    else this.rest()
  }

  /** Nobody is there any more who may only suggest. */
  rest (): void {
    this.judge = null
    this.missed = []
  }

  private open (content: Uint8Array): SuggestionJudge {
    const judge = this.openJudge(content)
    for (const each of this.passed) judge.learn(each)
    this.missed = []
    this.judge = judge
    return judge
  }
}
