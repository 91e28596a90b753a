import { compare } from '@samskriv/shared/compare'
import type { Asked, Answered } from './aside.ts'

// In a worker `self` is not the window the types speak of, but it hears and answers alike.
self.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  const answer: Answered = { turn: data.turn, comparison: compare(data.template, data.before, data.after) }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  self.postMessage(answer)
})
