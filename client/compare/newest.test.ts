import { describe, expect, it } from 'vitest'
import { createNewest } from './newest.ts'

function slowly (): { readonly asked: number[], readonly told: string[], readonly newest: ReturnType<typeof createNewest<number, string>>, answer(): Promise<void> } {
  const asked: number[] = []
  const told: string[] = []
  const open: (() => void)[] = []
  const newest = createNewest<number, string>(async question => {
    asked.push(question)
    await new Promise<void>(done => { open.push(done) })
    return `answer to ${question}`
  }, (question, answer) => { told.push(`${question}: ${answer}`) })
  return { asked, told, newest, async answer () { open.shift()?.(); await new Promise<void>(done => { setImmediate(done) }) } }
}

describe('of questions that come faster than they are answered', () => {
  it('the first is asked, and then the newest', async () => {
    const { asked, told, newest, answer } = slowly()
    for (const question of [1, 2, 3]) newest.ask(question)
    expect(asked).toEqual([1])
    await answer()
    expect(asked).toEqual([1, 3])
    await answer()
    expect(told).toEqual(['1: answer to 1', '3: answer to 3'])
    newest.ask(4)
    await answer()
    expect(told.at(-1)).toBe('4: answer to 4')
  })

  it('none is answered any more once it is stopped', async () => {
    const { asked, told, newest, answer } = slowly()
    newest.ask(1)
    newest.ask(2)
    newest.stop()
    await answer()
    expect([asked, told]).toEqual([[1], []])
  })
})
