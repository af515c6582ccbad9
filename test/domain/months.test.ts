import { expect, test } from 'vitest'
import { daysOfMonth, monthAfter, monthsBetween, monthsUntil } from '@/domain/months'
import { dayAfter, daysFrom, weekBegin, weekdays } from '@/domain/weeks'

test('a month has its days, in leap years too', () => {
  expect(daysOfMonth('2026-02')).toEqual({ from: '2026-02-01', to: '2026-02-28' })
  expect(daysOfMonth('2028-02').to).toBe('2028-02-29')
  expect(daysOfMonth('2100-02').to).toBe('2100-02-28')
  expect(daysOfMonth('2026-12').to).toBe('2026-12-31')
})

test('months are counted over the ends of years', () => {
  expect(monthAfter('2026-11', 3)).toBe('2027-02')
  expect(monthAfter('2026-01', -1)).toBe('2025-12')
  expect(monthsUntil('2026-02', 4)).toEqual(['2026-02', '2026-01', '2025-12', '2025-11'])
  expect(monthsBetween('2026-01', '2026-01')).toEqual(['2026-01'])
  expect(monthsBetween('2026-02', '2026-01')).toEqual([])
})

test('days are counted one by one, whatever clocks do', () => {
  for (let day = '2023-12-25', number = 0; number < 1000; number++) {
    expect(dayAfter('2023-12-25', number)).toBe(day)
    expect(daysFrom('2023-12-25', day)).toBe(number)
    expect(dayAfter(day, -number)).toBe('2023-12-25')
    day = dayAfter(day)
  }
})

test.each(weekdays)('a week that begins on %s begins at most six days before', (weekStart) => {
  // 2026-03-02 was a Monday.
  const begin = dayAfter('2026-03-02', weekdays.indexOf(weekStart))
  for (let later = 0; later < 7; later++) expect(weekBegin(dayAfter(begin, later), weekStart)).toBe(begin)
  expect(weekBegin(dayAfter(begin, -1), weekStart)).toBe(dayAfter(begin, -7))
})
