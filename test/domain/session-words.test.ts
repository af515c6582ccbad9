import { describe, expect, it } from 'vitest'
import { namesTimeZone, offsetOf, timeZoneLabel, timeZones } from '@/components/places/time-zones'
import { absentText, boardTitle, lastedText } from '@/components/sessions/session-words'
import type { AttendanceStatus } from '@/domain/attendance'

const at = (minutes: number) => new Date(Date.UTC(2026, 2, 2, 8, minutes))

describe('how long a session has lasted', () => {
  it.each([
    [0, null],
    [1, '1 min'],
    [59, '59 min'],
    [60, '1 h 00 min'],
    [125, '2 h 05 min'],
  ])('%i minutes are written %s', (minutes, text) => {
    expect(lastedText(at(0), at(minutes))).toBe(text)
  })

  it('is nothing where the clock of this device runs behind', () => {
    expect(lastedText(at(5), at(0))).toBeNull()
  })
})

describe('the title of the tab', () => {
  const student = (status: AttendanceStatus | null) => ({
    record: status && {
      status,
      method: 'HAND' as const,
      clockedInAt: null,
      clockedOutAt: null,
      note: null,
    },
    leftAt: null,
  })
  const students = [student('PRESENT'), student('LATE'), student('ABSENT'), student(null)]
  const schoolClass = { name: 'Physics 9b' }

  it('counts present and late as here', () => {
    const session = { title: null, state: 'OPEN' as const }
    expect(boardTitle({ session, schoolClass, students })).toBe('2 of 4 here · Physics 9b')
  })

  it('speaks of the past once the session has ended, and names the session where it has a title', () => {
    const session = { title: 'Optics', state: 'CLOSED' as const }
    expect(boardTitle({ session, schoolClass, students })).toBe('2 of 4 were here · Optics')
  })
})

it('says how many become absent', () => {
  expect([0, 1, 4].map(absentText)).toEqual([
    'Everybody has a record, so nobody is marked absent.',
    '1 student without a record will be marked absent.',
    '4 students without a record will be marked absent.',
  ])
})

describe('finding a time zone', () => {
  const findTimeZones = (typed: string) =>
    timeZones('Asia/Kathmandu').filter(({ label }) => namesTimeZone(label, typed))

  it('finds a city by part of its name, however it is spaced', () => {
    expect(findTimeZones('buenos aires')[0]?.value).toBe('America/Argentina/Buenos_Aires')
    expect(findTimeZones('KOLKATA')[0]?.value).toBe('Asia/Kolkata')
    expect(findTimeZones('berl').map(({ value }) => value)).toEqual(['Europe/Berlin'])
  })

  it('lists all zones for nothing typed, UTC among them', () => {
    const zones = findTimeZones('').map(({ value }) => value)
    expect(zones.length).toBeGreaterThan(300)
    expect(zones).toContain('UTC')
  })

  it('writes a zone and its distance from UTC for people', () => {
    expect(timeZoneLabel('America/Argentina/Buenos_Aires')).toBe('America / Argentina / Buenos Aires')
    expect(offsetOf('Asia/Kathmandu', at(0))).toBe('UTC+5:45')
  })
})
