import { expect, it } from 'vitest'
import type { PersonRecord } from '../store/port/index.ts'
import { findPerson } from './find-person.ts'

const person = (id: string, name: string, admin = false): PersonRecord => ({ id, name, admin, language: 'nb', mayStart: false, createdAt: '' })
const people = [person('a1', 'Kari Nord', true), person('b2', 'Ola Nord'), person('nord', 'Per Sør')]

it('finds whom an operator means, and says when several or none fit', () => {
  expect(findPerson(people, '')).toEqual({ person: people[0] })
  expect(findPerson(people, ' ola ')).toEqual({ person: people[1] })
  expect(findPerson(people, 'nord')).toEqual({ person: people[2] })
  expect(findPerson(people, 'nor')).toEqual({ many: [people[0], people[1]] })
  expect(findPerson(people, 'ingen')).toEqual({ nobody: true })
})
