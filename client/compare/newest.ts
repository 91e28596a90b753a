/** Answers questions one at a time; of those that came meanwhile only the newest is asked. */
export interface Newest<Question> {
  ask(question: Question): void
  /** Nothing is told after this. */
  stop(): void
}

/** Tells `told` each answer, in the order of the questions. Where questions come faster than they are answered, those between are never asked. */
export function createNewest<Question, Answer> (answer: (question: Question) => Promise<Answer>, told: (question: Question, answer: Answer) => void): Newest<Question> {
  let next: { readonly question: Question } | null = null
  let busy = false
  const ending = new AbortController()

  async function work (): Promise<void> {
    busy = true
    while (next !== null && !ending.signal.aborted) {
      const { question } = next
      next = null
      const found = await answer(question)
      if (!ending.signal.aborted) told(question, found)
    }
    busy = false
  }

  return {
    ask (question) {
      next = { question }
      if (!busy) void work()
    },
    stop () { ending.abort() },
  }
}
