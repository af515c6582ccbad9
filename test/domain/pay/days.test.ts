import { brief, pause, pay, rules, worked, workedIn } from '@test/support/pay'
import { describe, expect, it } from 'vitest'
import {
  clockOf,
  cutsOf,
  dayName,
  dayNumber,
  firstOfWeek,
  minuteOf,
  wallOf,
  weekdayOf,
} from '@/domain/pay/calendar'
import type { PayInput } from '@/domain/pay/schema'

const minutesByDay = (result: ReturnType<typeof pay>) =>
  brief(result, 'regular', 'overtime').map(([day, , , minutes]) => [day, minutes])

describe('the calendar', () => {
  it('counts days and knows their names, before 1970 too', () => {
    expect([dayNumber('1970-01-01'), dayNumber('2026-03-02'), dayNumber('1969-12-31')]).toEqual([
      0, 20_514, -1,
    ])
    expect([0, 20_514, -1].map(dayName)).toEqual(['1970-01-01', '2026-03-02', '1969-12-31'])
    expect(['2026-03-02', '2026-03-08', '1969-12-29'].map((day) => weekdayOf(dayNumber(day)))).toEqual([
      0, 6, 0,
    ])
  })

  it('knows on which day a week begins', () => {
    const starts = [0, 2, 6].map((start) => dayName(firstOfWeek(dayNumber('2026-03-04'), start)))
    expect(starts).toEqual(['2026-03-02', '2026-03-04', '2026-03-01'])
  })

  it('knows what clocks show, before and after they change', () => {
    const shown = (zone: string, instant: string) => {
      const minute = minuteOf(instant)
      return (wallOf(minute, clockOf(zone, minute, minute)) - minute) / 60
    }
    expect(shown('Europe/Berlin', '2026-03-29T00:59:00Z')).toBe(1)
    expect(shown('Europe/Berlin', '2026-03-29T01:00:00Z')).toBe(2)
    expect(shown('Europe/Berlin', '2026-10-25T00:59:00Z')).toBe(2)
    expect(shown('Europe/Berlin', '2026-10-25T01:00:00Z')).toBe(1)
    expect(shown('Asia/Kathmandu', '2026-03-29T01:00:00Z')).toBe(5.75)
    expect(shown('Pacific/Apia', '2026-01-01T01:00:00Z')).toBe(13)
    expect(shown('America/New_York', '2025-12-31T23:59:00Z')).toBe(-5)
  })

  it('cuts time where clocks show an hour, or change', () => {
    const clock = clockOf('Europe/Berlin', minuteOf('2026-03-28T12:00:00Z'), minuteOf('2026-03-30T12:00:00Z'))
    const cuts = cutsOf(minuteOf('2026-03-28T12:00:00Z'), minuteOf('2026-03-30T04:00:00Z'), [0, 360], clock)
    expect(cuts.map((cut) => new Date(cut * 60_000).toISOString().slice(5, 16))).toEqual([
      '03-28T12:00',
      '03-28T23:00',
      '03-29T01:00',
      '03-29T04:00',
      '03-29T22:00',
    ])
    expect(
      cutsOf(minuteOf('2026-03-28T23:00:00Z'), minuteOf('2026-03-28T23:30:00Z'), [0], clock),
    ).toHaveLength(1)
  })
})

describe('the day of a shift over midnight', () => {
  const night = worked('a', '2026-03-02 20:00', '2026-03-03 06:00')
  const days = (shiftDay: 'split' | 'start' | 'end' | 'most', entry = night, more = {}) =>
    minutesByDay(pay([entry], { rules: rules({ shiftDay, ...more }) }))

  it('is split at midnight, or that of its start, its end or most of its time', () => {
    expect(days('split')).toEqual([
      ['03-02', 240],
      ['03-03', 360],
    ])
    expect(minutesByDay(pay([night]))).toEqual([
      ['03-02', 240],
      ['03-03', 360],
    ])
    expect(days('start')).toEqual([['03-02', 600]])
    expect(days('end')).toEqual([['03-03', 600]])
    expect(days('most')).toEqual([['03-03', 600]])
  })

  it('is the earlier one where both have as much', () => {
    expect(days('most', worked('a', '2026-03-02 20:00', '2026-03-03 04:00'))).toEqual([['03-02', 480]])
    expect(days('most', worked('a', '2026-03-02 20:00', '2026-03-03 04:01'))).toEqual([['03-03', 481]])
  })

  it('counts breaks with the time that has passed', () => {
    const entry = worked('a', '2026-03-02 20:00', '2026-03-03 05:00', {
      breaks: [pause('2026-03-03 01:00', '03:00')],
    })
    expect(days('most', entry)).toEqual([['03-03', 420]])
  })

  it('is that of the last minute, not of the moment after it', () => {
    expect(days('end', worked('a', '2026-03-02 20:00', '2026-03-03 00:00'))).toEqual([['03-02', 240]])
    expect(days('end', worked('a', '2026-03-02 20:00', '2026-03-03 00:01'))).toEqual([['03-03', 241]])
  })

  it('is judged after rounding', () => {
    const rounding = { minutes: 15, of: 'punch', mode: 'nearest' } as const
    expect(days('end', worked('a', '2026-03-02 20:00', '2026-03-03 00:07'), { rounding })).toEqual([
      ['03-02', 240],
    ])
    expect(days('start', worked('a', '2026-03-02 23:53', '2026-03-03 04:00'), { rounding })).toEqual([
      ['03-03', 240],
    ])
  })

  it('is one for all entries that touch', () => {
    const entries = [
      worked('a', '2026-03-02 20:00', '2026-03-03 01:00'),
      worked('b', '2026-03-03 01:00', '02:00'),
    ]
    expect(minutesByDay(pay(entries, { rules: rules({ shiftDay: 'start' }) }))).toEqual([
      ['03-02', 300],
      ['03-02', 60],
    ])
  })

  it('begins where the rules say that days begin', () => {
    const entry = worked('a', '2026-03-02 20:00', '2026-03-03 06:00')
    expect(days('split', entry, { dayStart: '04:00' })).toEqual([
      ['03-02', 480],
      ['03-03', 120],
    ])
    expect(days('most', entry, { dayStart: '04:00' })).toEqual([['03-02', 600]])
    expect(days('start', worked('a', '2026-03-03 03:59', '06:00'), { dayStart: '04:00' })).toEqual([
      ['03-02', 121],
    ])
    expect(days('end', worked('a', '2026-03-03 02:00', '04:00'), { dayStart: '04:00' })).toEqual([
      ['03-02', 120],
    ])
  })

  it('may be one of three', () => {
    const entry = worked('a', '2026-03-02 12:00', '2026-03-04 12:00')
    expect(days('split', entry)).toEqual([
      ['03-02', 720],
      ['03-03', 1440],
      ['03-04', 720],
    ])
    expect(days('most', entry)).toEqual([['03-03', 2880]])
  })
})

describe('a period', () => {
  const night = worked('a', '2026-03-08 22:00', '2026-03-09 06:00')
  const inPeriod = (from: string, to: string, more: Partial<PayInput> = {}) =>
    minutesByDay(pay([night], { period: { from, to }, ...more }))

  it('holds the minutes of its days, an entry over its edge is in two periods', () => {
    expect(inPeriod('2026-03-01', '2026-03-08')).toEqual([['03-08', 120]])
    expect(inPeriod('2026-03-09', '2026-03-31')).toEqual([['03-09', 360]])
    expect(inPeriod('2026-03-10', '2026-03-31')).toEqual([])
    expect(inPeriod('2026-03-01', '2026-03-07')).toEqual([])
  })

  it('may be a single day', () => {
    expect(inPeriod('2026-03-09', '2026-03-09')).toEqual([['03-09', 360]])
  })
})

describe('the week', () => {
  const long = [worked('a', '2026-03-02 08:00', '18:00'), worked('b', '2026-03-08 22:00', '2026-03-09 06:00')]
  const weekly = { overtime: { weekly: [{ afterMinutes: 660, factor: '1.5' }] } }
  const overtime = (given: Parameters<typeof rules>[0], weekStart?: 'sunday' | 'monday') =>
    pay(long, { rules: rules({ ...weekly, ...given }), ...(weekStart && { weekStart }) }).totals
      .overtimeMinutes

  it('begins on Monday at midnight unless something else is said', () => {
    expect(overtime({})).toBe(60)
    expect(overtime({}, 'monday')).toBe(60)
    expect(overtime({}, 'sunday')).toBe(0)
  })

  it('begins with the day of the rules, or at an hour of its own', () => {
    expect(overtime({ dayStart: '04:00' })).toBe(300)
    expect(overtime({ dayStart: '04:00', weekStart: '00:00' })).toBe(60)
    expect(overtime({ weekStart: '02:00' })).toBe(180)
  })

  it('is that of the shift’s day where a shift has one', () => {
    expect(overtime({ shiftDay: 'start' })).toBe(420)
    expect(overtime({ shiftDay: 'end' })).toBe(0)
    expect(overtime({ shiftDay: 'most' })).toBe(0)
    expect(overtime({ shiftDay: 'end', weekStart: '08:00' })).toBe(420)
  })
})

describe('the nights on which clocks change', () => {
  const inZone = (zone: string, from: string, to: string, more: Partial<PayInput> = {}) =>
    pay([workedIn(zone)('a', from, to)], {
      timeZone: zone,
      period: { from: '2026-01-01', to: '2026-12-31' },
      ...more,
    })

  it('have the hours that have passed', () => {
    expect(minutesByDay(inZone('Europe/Berlin', '2026-03-28 22:00', '2026-03-29 06:00'))).toEqual([
      ['03-28', 120],
      ['03-29', 300],
    ])
    expect(minutesByDay(inZone('Europe/Berlin', '2026-10-24 22:00', '2026-10-25 06:00'))).toEqual([
      ['10-24', 120],
      ['10-25', 420],
    ])
  })

  it('are rounded by what clocks show', () => {
    const rounding = { minutes: 15, of: 'punch', mode: 'nearest' } as const
    const spring = inZone('Europe/Berlin', '2026-03-29 01:55', '2026-03-29 03:07', {
      rules: rules({ rounding }),
    })
    expect(spring.totals.paidMinutes).toBe(0)
  })

  it('pay a night premium for each hour that shows on the clock, twice where it comes twice', () => {
    const premiums = [{ name: 'night', from: '02:00', to: '03:00', factor: '1' }]
    const minutes = (from: string, to: string) =>
      brief(inZone('Europe/Berlin', from, to, { rules: rules({ premiums }) }), 'premium').map(
        (line) => line[3],
      )
    expect(minutes('2026-10-25 00:00', '2026-10-25 06:00')).toEqual([120])
    expect(minutes('2026-03-29 00:00', '2026-03-29 06:00')).toEqual([])
    expect(minutes('2026-03-30 00:00', '2026-03-30 06:00')).toEqual([60])
  })

  it('may give the most time to an earlier day that comes back', () => {
    const entry = { id: 'a', in: '2026-10-25T00:45:00Z', out: '2026-10-25T01:15:00Z' }
    const zone = { timeZone: 'Europe/Berlin', period: { from: '2026-10-01', to: '2026-10-31' } }
    const most = rules({ dayStart: '02:30', shiftDay: 'most' })
    expect(minutesByDay(pay([entry], { ...zone, rules: most }))).toEqual([['10-24', 30]])
  })

  it('give an hour that comes twice to the day that the clock shows', () => {
    const result = inZone('Europe/Berlin', '2026-10-25 01:00', '2026-10-25 05:00', {
      rules: rules({ dayStart: '02:30' }),
    })
    expect(minutesByDay(result)).toEqual([
      ['10-24', 120],
      ['10-25', 180],
    ])
  })
})
