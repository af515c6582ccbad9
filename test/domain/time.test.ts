import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { dayOf, daysBetween, isTimeZone, localTimeOf, offsetAt } from '@/domain/time'
import { instantOf, startOfDay } from '@/domain/zoned-time'

describe('a wall-clock time in a class’s time zone', () => {
  test.each([
    ['winter in Berlin is an hour ahead of UTC', '2026-01-15T09:00', 'Europe/Berlin', '2026-01-15T08:00:00Z'],
    ['summer in Berlin is two hours ahead', '2026-07-15T09:00', 'Europe/Berlin', '2026-07-15T07:00:00Z'],
    ['Kathmandu is 5:45 ahead', '2026-07-15T09:00', 'Asia/Kathmandu', '2026-07-15T03:15:00Z'],
    [
      'the hour that happens twice means its first time',
      '2026-10-25T02:30',
      'Europe/Berlin',
      '2026-10-25T00:30:00Z',
    ],
    ['the day may differ from UTC', '2026-01-01T00:30', 'Pacific/Auckland', '2025-12-31T11:30:00Z'],
  ])('%s', (_title, local, zone, instant) => {
    expect(instantOf(local, zone)).toEqual(new Date(instant))
    expect(localTimeOf(new Date(instant), zone)).toBe(local)
  })

  test('the hour that the clocks skip does not exist', () => {
    expect(instantOf('2026-03-29T02:30', 'Europe/Berlin')).toBeNull()
  })

  test('a day begins at local midnight', () => {
    expect(dayOf(new Date('2026-03-01T22:59:59Z'), 'Europe/Berlin')).toBe('2026-03-01')
    expect(dayOf(new Date('2026-03-01T23:00:00Z'), 'Europe/Berlin')).toBe('2026-03-02')
  })

  test.each([
    ['the next one, an hour shorter where the clocks go forward', '2026-03-29', 'Europe/Berlin', 23],
    ['the next one, an hour longer where they go back', '2026-10-25', 'Europe/Berlin', 25],
    ['the next one, across the end of a year', '2026-12-31', 'Asia/Kathmandu', 24],
  ])('from one day to %s', (_title, day, timeZone, hours) => {
    const start = startOfDay(day, timeZone)
    expect(dayOf(start, timeZone)).toBe(day)
    expect(startOfDay(day, timeZone, 1).getTime() - start.getTime()).toBe(hours * 3_600_000)
  })

  test('a day whose midnight the clocks skip begins after it', () => {
    expect(startOfDay('2026-03-08', 'America/Havana')).toEqual(new Date('2026-03-08T05:00:00Z'))
  })
})

describe('tomorrow, by the calendar of a place', () => {
  test.each([
    [
      'two midnights later is not tomorrow, though the clocks go forward',
      '2027-03-27T22:30Z',
      '2027-03-29T06:00Z',
      2,
    ],
    ['the night in which the clocks go forward', '2027-03-27T22:30Z', '2027-03-28T06:00Z', 1],
    ['the night in which the clocks go back', '2027-10-30T22:30Z', '2027-11-01T07:00Z', 1],
    ['the same day, an hour longer than others', '2027-10-30T22:30Z', '2027-10-31T22:30Z', 0],
    ['from a minute before midnight', '2027-05-10T21:59Z', '2027-05-10T22:00Z', 1],
    ['yesterday', '2027-05-10T22:00Z', '2027-05-10T21:59Z', -1],
  ])('%s', (_title, seen, session, days) => {
    expect(daysBetween(new Date(seen), new Date(session), 'Europe/Berlin')).toBe(days)
  })
})

test.each([
  ['Europe/Berlin', true],
  ['UTC', true],
  ['Mars/Olympus', false],
  ['+02:00', false],
  ['', false],
])('%s as a time zone: %s', (name, known) => {
  expect(isTimeZone(name)).toBe(known)
})

test('in every zone clocks show what the calendar of another implementation says, around each change of them', () => {
  const instants = [
    ...['1901-02-03T04:05:06Z', '1969-12-31T23:59:59Z', '2000-02-29T12:00:00Z', '2100-03-01T00:00:00Z'],
    ...['2026-03-29T00:59:59Z', '2026-03-29T01:00:00Z', '2026-10-25T00:59:59Z', '2026-10-25T01:00:00Z'],
    ...['2026-11-01T05:59:59Z', '2026-11-01T06:00:00Z', '2026-04-04T15:59:59Z', '2026-10-03T16:00:00Z'],
  ]
  for (const zone of Intl.supportedValuesOf('timeZone'))
    for (const text of instants) {
      const there = Temporal.Instant.from(text).toZonedDateTimeISO(zone)
      const told = [localTimeOf(new Date(text), zone), offsetAt(new Date(text), zone)]
      const local = there.toPlainDateTime().toString({ smallestUnit: 'minute' })
      expect(told, `${zone} ${text}`).toEqual([local, there.offsetNanoseconds / 60_000_000_000])
    }
})
