import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { metresBetween, siteCheck } from '@/domain/work-sites'
import { positionSchema } from '@/domain/work-sites-schema'
import { workedByDay } from '@/domain/worked-by-day'
import { hoursText, workedMs } from '@/domain/worked-days'

const HOUR = 3_600_000
const berlin = 'Europe/Berlin'
const span = (from: string, to: string | null) => ({
  startedAt: new Date(from),
  endedAt: to === null ? null : new Date(to),
  breaks: [],
})
const hours = (days: Map<string, number>) =>
  Object.fromEntries([...days].map(([day, ms]) => [day, ms / HOUR]))

describe('the days of a week', () => {
  test('a shift over midnight belongs to both days', () => {
    const night = span('2026-03-02T21:00:00Z', '2026-03-03T05:00:00Z')
    expect(hours(workedByDay([night], berlin, new Date()))).toEqual({ '2026-03-02': 2, '2026-03-03': 6 })
  })

  test('the night on which the clocks go forward has 23 hours, the one on which they go back 25', () => {
    // From 22:00 to 6:00 by the clock on the wall.
    const spring = span('2026-03-28T21:00:00Z', '2026-03-29T04:00:00Z')
    const autumn = span('2026-10-24T20:00:00Z', '2026-10-25T05:00:00Z')
    expect(hours(workedByDay([spring], berlin, new Date()))).toEqual({ '2026-03-28': 2, '2026-03-29': 5 })
    expect(hours(workedByDay([autumn], berlin, new Date()))).toEqual({ '2026-10-24': 2, '2026-10-25': 7 })
    const wholeDay = span('2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z')
    expect(hours(workedByDay([wholeDay], berlin, new Date()))).toEqual({ '2026-10-25': 25 })
  })

  test('a break over midnight is taken off the day on which it was', () => {
    const breaks = [
      { startedAt: new Date('2026-03-02T22:30:00Z'), endedAt: new Date('2026-03-02T23:30:00Z') },
    ]
    const night = { ...span('2026-03-02T21:00:00Z', '2026-03-03T05:00:00Z'), breaks }
    expect(hours(workedByDay([night], berlin, new Date()))).toEqual({ '2026-03-02': 1.5, '2026-03-03': 5.5 })
  })

  test('what is open lasts until now', () => {
    const open = span('2026-03-02T08:00:00Z', null)
    expect(hours(workedByDay([open], berlin, new Date('2026-03-02T11:30:00Z')))).toEqual({
      '2026-03-02': 3.5,
    })
  })

  test('the days add up to what was worked, in whatever zone', () => {
    const zones = fc.constantFrom(berlin, 'America/Los_Angeles', 'Asia/Kathmandu', 'Australia/Lord_Howe')
    const begin = Date.parse('2026-10-20T00:00:00Z')
    fc.assert(
      fc.property(zones, fc.nat(14 * 24 * 60), fc.nat(3000), (zone, start, minutes) => {
        const startedAt = new Date(begin + start * 60_000)
        const entry = { startedAt, endedAt: new Date(startedAt.getTime() + minutes * 60_000), breaks: [] }
        const days = workedByDay([entry], zone, new Date())
        expect([...days.values()].reduce((sum, ms) => sum + ms, 0)).toBe(workedMs(entry, new Date()))
      }),
    )
  })
})

describe('sites', () => {
  const gate = { latitude: 52.5163, longitude: 13.3777 }
  const tower = { latitude: 52.5208, longitude: 13.4094 }

  test('distances are those of the globe', () => {
    expect(Math.round(metresBetween(gate, tower) / 10) * 10).toBe(2200)
    expect(metresBetween(gate, gate)).toBe(0)
  })

  test('inside where one of them is near enough; only the hundreds of metres are said', () => {
    expect(siteCheck(tower, [{ ...gate, radius: 2300 }])).toEqual({ site: 'INSIDE', distance: 2200 })
    expect(siteCheck(tower, [{ ...gate, radius: 300 }])).toEqual({ site: 'OUTSIDE', distance: 2200 })
    const both = [
      { ...gate, radius: 300 },
      { ...tower, radius: 50 },
    ]
    expect(siteCheck(tower, both)).toEqual({ site: 'INSIDE', distance: 0 })
  })

  test('without a site or a position nothing can be said', () => {
    expect(siteCheck(null, [{ ...gate, radius: 300 }])).toBeNull()
    expect(siteCheck(gate, [])).toBeNull()
  })
})

test('at the edge of the radius one is inside', () => {
  const gate = { latitude: 48.8584, longitude: 2.2945 }
  const near = { latitude: 48.8594, longitude: 2.2945 }
  const radius = metresBetween(gate, near)
  expect(siteCheck(near, [{ ...gate, radius }])?.site).toBe('INSIDE')
  expect(siteCheck(near, [{ ...gate, radius: radius - 1 }])?.site).toBe('OUTSIDE')
})

test.each([
  ['the North Pole', 90, 0, true],
  ['the South Pole', -90, 0, true],
  ['beyond the North Pole', 91, 0, false],
  ['beyond the South Pole', -91, 0, false],
  ['the line where days begin, from the east', 0, 180, true],
  ['the same line from the west', 0, -180, true],
  ['farther east than there is', 0, 181, false],
  ['farther west than there is', 0, -181, false],
])('a device may say that it is at %s: %d, %d: %s', (_, latitude, longitude, may) => {
  expect(positionSchema.safeParse({ latitude, longitude }).success).toBe(may)
})

test.each([
  [0, '0:00'],
  [9, '0:09'],
  [105, '1:45'],
  [1500, '25:00'],
])('%d minutes are read as %s', (minutes, text) => {
  expect(hoursText(minutes)).toBe(text)
})
