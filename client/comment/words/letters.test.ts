// @vitest-environment jsdom
import { beforeEach, expect, it } from 'vitest'
import { lettersBefore, rangeOf } from './letters.ts'

let box: HTMLElement
beforeEach(() => {
  document.body.innerHTML = '<div id="box"><p>Ett <strong>to</strong><span class="ProseMirror-widget" contenteditable="false">Laster</span></p><ul><li><p>tre</p></li></ul></div>'
  box = document.querySelector('#box') ?? document.body
})

it('counts the letters before a point, and nothing that only stands beside the text', () => {
  const strong = box.querySelector('strong')
  const three = box.querySelector('li p')
  expect(lettersBefore(box, strong?.firstChild ?? box, 1)).toBe(5)
  expect(lettersBefore(box, three?.firstChild ?? box, 2)).toBe(8)
  // Points between elements, as a triple click makes them.
  expect(lettersBefore(box, box, 1)).toBe(6)
  expect(lettersBefore(box, box, 2)).toBe(9)
  expect(lettersBefore(box, box.querySelector('p') ?? box, 0)).toBe(0)
})

it('finds the letters again', () => {
  expect(rangeOf(box, 1, 8)?.toString()).toBe('tt toLastertr')
  expect(rangeOf(box, 4, 6)?.toString()).toBe('to')
  expect(rangeOf(box, 6, 9)?.toString()).toBe('tre')
  expect(rangeOf(box, 6, 10)).toBeNull()
})
