import { describe, expect, it } from 'vitest'
import { dayIn, daysTo, deadlineProblem, meetingTime, proposedDeadline } from './day.ts'

describe('a day', () => {
  it('is the one it is in Norway, whatever the machine is set to, also over a change of clocks', () => {
    expect(dayIn(Date.parse('2026-06-30T22:30:00Z'))).toBe('2026-07-01')
    expect(dayIn(Date.parse('2026-12-31T22:59:00Z'))).toBe('2026-12-31')
    expect(dayIn(Date.parse('2026-12-31T23:00:00Z'))).toBe('2027-01-01')
  })
  it('is so many days away by the calendar, not by hours', () => {
    const lateInTheEvening = Date.parse('2026-03-28T22:30:00Z')
    expect(daysTo('2026-03-28', lateInTheEvening)).toBe(0)
    expect(daysTo('2026-03-29', lateInTheEvening)).toBe(1)
    expect(daysTo('2026-03-30', lateInTheEvening)).toBe(2)
    expect(daysTo('2026-03-25', lateInTheEvening)).toBe(-3)
  })
})

describe('a proposed deadline', () => {
  it('is two weeks ahead', () => { expect(proposedDeadline(Date.parse('2026-03-04T12:00:00Z'))).toBe('2026-03-18') })
  it('is a Monday where that would be in a weekend', () => {
    expect(proposedDeadline(Date.parse('2026-03-07T12:00:00Z'))).toBe('2026-03-23')
    expect(proposedDeadline(Date.parse('2026-03-08T12:00:00Z'))).toBe('2026-03-23')
  })
})

it('a deadline may be today and a year ahead, neither a day that is over nor later', () => {
  const now = Date.parse('2026-03-04T22:30:00Z')
  expect(['2026-03-04', '2027-03-04'].map(day => deadlineProblem(day, now))).toEqual([null, null])
  expect(['2026-03-03', '', '2027-03-05'].map(day => deadlineProblem(day, now))).toEqual(['over', 'over', 'far'])
})

describe('a meeting’s proposed time', () => {
  const [openedAt, yesterday] = [Date.parse('2026-03-04T21:18:30Z'), Date.parse('2026-03-03T09:00:00Z')]
  it('is the last quarter of an hour, in Norway', () => {
    expect(meetingTime(yesterday, Date.parse('2026-03-04T12:14:59Z'))).toBe('2026-03-04T13:00')
    expect(meetingTime(yesterday, Date.parse('2026-07-01T22:31:00Z'))).toBe('2026-07-02T00:30')
    expect(meetingTime(openedAt, Date.parse('2026-03-04T21:30:00Z'))).toBe('2026-03-04T22:30')
  })
  it('is never before the round was opened, nor later than now', () => {
    expect(meetingTime(openedAt, Date.parse('2026-03-04T21:18:45Z'))).toBe('2026-03-04T22:18')
    expect(meetingTime(openedAt, Date.parse('2026-03-04T21:29:59Z'))).toBe('2026-03-04T22:29')
  })
  it('keeps to the opening where the machine’s clock is behind', () => {
    expect(meetingTime(openedAt, Date.parse('2026-03-04T21:02:00Z'))).toBe('2026-03-04T22:18')
  })
})
