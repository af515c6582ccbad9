import { describe, expect, test } from 'vitest'
import { averagedDays, beyondAverage } from '@/domain/average-hours'

const asked = { weekStart: 'MONDAY', yesterday: '2026-12-01' } as const
const june = { from: '2026-06-01', to: '2026-06-30' }

describe('the weeks over which 48 hours a week are an average', () => {
  test.each([
    ['FR', 17, '2026-03-02'],
    ['GB', 17, '2026-03-02'],
    ['DE', 24, '2026-01-12'],
  ])('in %s are %i: Directive 2003/88/EC art. 16 (b), WTR 1998 reg. 4, ArbZG § 3', (country, weeks, from) => {
    const days = averagedDays({ ...asked, country, period: june })
    expect(days).toEqual({ from, to: '2026-06-28' })
    expect((Date.parse('2026-06-29') - Date.parse(from)) / 604_800_000).toBe(weeks)
  })

  test('are none where no such law holds', () => {
    expect(averagedDays({ ...asked, country: 'US', period: june })).toBeNull()
  })

  test('end with the last whole week so far', () => {
    const days = averagedDays({ ...asked, country: 'FR', period: june, yesterday: '2026-06-16' })
    expect(days?.to).toBe('2026-06-14')
    expect(averagedDays({ ...asked, country: 'FR', period: june, yesterday: '2026-05-30' })).toBeNull()
  })
})

describe('beyond 48 hours a week on average', () => {
  const days = { from: '2026-03-02', to: '2026-06-28' }
  test.each([
    ['48 hours in each of 17 weeks are allowed', 17 * 48 * 60, '2020-01-01', 0],
    ['an hour more each week is an hour too much', 17 * 49 * 60, '2020-01-01', 60],
    ['a long week is made up for by short ones', 16 * 47 * 60 + 60 * 60, '2020-01-01', 0],
    ['of whoever began two weeks ago those two count', 2 * 50 * 60, '2026-06-15', 120],
    ['whoever begins later has no average', 3000, '2026-07-01', 0],
  ])('%s', (_title, minutes, startedOn, beyond) => {
    expect(beyondAverage(minutes, days, startedOn)).toBe(beyond)
  })
})
