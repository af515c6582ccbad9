import { createTranslator } from 'next-intl'
import { describe, expect, it } from 'vitest'
import { namesTimeZone, offsetOf, timeZoneLabel, timeZones } from '@/components/places/time-zones'
import { boardTitle, lastedFor } from '@/components/sessions/session-words'
import type { AttendanceStatus } from '@/domain/attendance'
import { messagesOf } from '@/server/words/catalogues'

const at = (minutes: number) => new Date(Date.UTC(2026, 2, 2, 8, minutes))
const words = (locale: 'en' | 'de' | 'es') =>
  createTranslator({ locale, messages: messagesOf(locale), namespace: 'sessions' })

describe('how long a session has lasted', () => {
  it.each([
    [0, null],
    [1, { hours: 0, minutes: 1 }],
    [59, { hours: 0, minutes: 59 }],
    [60, { hours: 1, minutes: 0 }],
    [125, { hours: 2, minutes: 5 }],
  ])('%i minutes are %o', (minutes, duration) => {
    expect(lastedFor(at(0), at(minutes))).toEqual(duration)
  })

  it('is nothing where the clock of this device runs behind', () => {
    expect(lastedFor(at(5), at(0))).toBeNull()
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
    const board = { session: { title: null, state: 'OPEN' as const }, schoolClass, students }
    expect(boardTitle(words('en'), board)).toBe('2 of 4 here · Physics 9b')
    expect(boardTitle(words('de'), board)).toBe('2 von 4 da · Physics 9b')
  })

  it('speaks of the past once the session has ended, and names the session where it has a title', () => {
    const board = { session: { title: 'Optics', state: 'CLOSED' as const }, schoolClass, students }
    expect(boardTitle(words('en'), board)).toBe('2 of 4 were here · Optics')
    expect(boardTitle(words('es'), board)).toBe('Asistieron 2 de 4 · Optics')
  })
})

it('says how many become absent', () => {
  expect([0, 1, 4].map((count) => words('en')('end.absent', { count }))).toEqual([
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

  it('finds a city by its own spelling, with its accents', () => {
    expect(findTimeZones('São').map(({ value }) => value)).toContain('America/Sao_Paulo')
    expect(findTimeZones('bogotá').map(({ value }) => value)).toEqual(['America/Bogota'])
  })

  it('lists all zones for nothing typed, UTC among them', () => {
    const zones = findTimeZones('').map(({ value }) => value)
    expect(zones.length).toBeGreaterThan(300)
    expect(zones).toContain('UTC')
  })

  it('writes a zone and its distance from UTC for people', () => {
    expect(timeZoneLabel('America/Argentina/Buenos_Aires')).toBe('America / Argentina / Buenos Aires')
    expect(offsetOf('Asia/Kathmandu', at(0))).toBe('UTC+5:45')
    expect(offsetOf('America/St_Johns', at(0))).toBe('UTC-3:30')
    expect(offsetOf('Europe/Berlin', at(0))).toBe('UTC+1')
    expect(offsetOf('UTC', at(0))).toBe('UTC')
  })
})
