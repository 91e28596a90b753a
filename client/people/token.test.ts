import { describe, expect, it } from 'vitest'
import { tokenIn } from './token.ts'

const token = 'k3J_0-abcdefghijklmnopqrstuvwxyzABCDEFGHIJK'

describe('the token in what somebody pasted', () => {
  it('is found in a link, with spaces around and something behind it', () => {
    expect(tokenIn(`  https://samskriv.example/inn/${token}/?utm=mail \n`)).toBe(token)
  })
  it('is found alone', () => {
    expect(tokenIn(token)).toBe(token)
  })
  it('is not found in other text', () => {
    expect(tokenIn('')).toBeNull()
    expect(tokenIn('hei, kan du sende lenken?')).toBeNull()
    expect(tokenIn('https://samskriv.example/inn')).toBeNull()
  })
})
