import { describe, expect, test } from 'vitest'
import { latenessOf, STUDENT_WEEKS, type StudentRecord, studentWeeks, totalsOf } from '@/domain/students'

const at = (text: string) => new Date(text)

const record = (
  day: string,
  status: StudentRecord['status'],
  more: Partial<StudentRecord> = {},
): StudentRecord => ({
  ...{ status, clockedInAt: null, plannedStart: null, openedAt: at(`${day}T08:00:00Z`) },
  ...more,
})

describe('what a student’s records add up to', () => {
  test('present and late are attended, excused counts neither way', () => {
    const totals = totalsOf([
      record('2026-03-02', 'PRESENT'),
      record('2026-03-03', 'LATE'),
      record('2026-03-04', 'ABSENT'),
      record('2026-03-05', 'EXCUSED'),
    ])
    expect(totals).toEqual({ present: 1, late: 1, absent: 1, excused: 1, rate: 2 / 3 })
  })

  test('minutes late count from the planned start, else from the opening, where a time is known', () => {
    const planned = { plannedStart: at('2026-03-02T08:10:00Z'), clockedInAt: at('2026-03-02T08:25:59Z') }
    const opened = { clockedInAt: at('2026-03-03T08:12:00Z') }
    const early = { plannedStart: at('2026-03-04T08:30:00Z'), clockedInAt: at('2026-03-04T08:00:00Z') }
    const records = [
      record('2026-03-02', 'LATE', planned),
      record('2026-03-03', 'LATE', opened),
      record('2026-03-04', 'LATE', early),
      record('2026-03-05', 'LATE'),
      record('2026-03-06', 'PRESENT', { clockedInAt: at('2026-03-06T09:00:00Z') }),
    ]
    expect(latenessOf(records)).toEqual({ minutes: 15 + 12, timed: 3 })
    expect(latenessOf([])).toEqual({ minutes: 0, timed: 0 })
  })
})

describe('a student’s last weeks', () => {
  const weeks = (records: StudentRecord[], timeZone = 'Europe/Berlin') =>
    studentWeeks(records, { today: '2026-03-05', timeZone })

  test('are twelve, from Monday to Sunday, the present one last', () => {
    const all = weeks([])
    expect(all).toHaveLength(STUDENT_WEEKS)
    expect([all[0]?.from, all.at(-1)?.from, all.at(-1)?.to]).toEqual([
      '2025-12-15',
      '2026-03-02',
      '2026-03-08',
    ])
  })

  test('hold what began in them by the calendar of the class', () => {
    const sundayNight = { openedAt: at('2026-03-01T23:30:00Z') }
    const berlin = weeks([record('2026-03-01', 'PRESENT', sundayNight)])
    expect(berlin.at(-1)).toMatchObject({ present: 1, absent: 0 })
    const london = weeks([record('2026-03-01', 'PRESENT', sundayNight)], 'Europe/London')
    expect(london.at(-2)).toMatchObject({ present: 1 })
  })

  test('leave out what is older', () => {
    const all = weeks([record('2025-12-12', 'ABSENT'), record('2025-12-16', 'ABSENT')])
    expect(all.reduce((sum, { absent }) => sum + absent, 0)).toBe(1)
  })
})
