import { describe, expect, test } from 'vitest'
import {
  aboutHours,
  type ExceptionSetting,
  exceptionCodes,
  exceptionSettings,
  exceptionsBy,
  type Noticed,
  toldTo,
  unusual,
} from '@/domain/exceptions'
import { exceptionSettingSchema } from '@/domain/exceptions-schema'

const usual = exceptionSettings([])
const noticed = (code: Noticed['code'], beyond = 0): Noticed => ({ code, beyond, day: null, entryId: null })
const otherwise = (code: Noticed['code'], change: Partial<ExceptionSetting>) =>
  usual.map((one) => (one.code === code ? { ...one, ...change } : one))

describe('the catalogue of exceptions', () => {
  test('has every code once, and what is usual where a workplace says nothing', () => {
    expect(usual.map(({ code }) => code)).toEqual([...exceptionCodes])
    expect(unusual(usual)).toEqual([])
  })

  test('nothing but a missing rate and an open entry stops an approval by itself', () => {
    const critical = usual.filter(({ severity }) => severity === 'CRITICAL')
    expect(critical.map(({ code }) => code)).toEqual(['no_rate', 'entry_open'])
  })

  test('keeps of a workplace what is otherwise there, and no more', () => {
    const settings = otherwise('day_long', { grace: 30 })
    expect(unusual(settings)).toEqual([{ code: 'day_long', grace: 30, severity: 'WARNING', told: 'BOTH' }])
    expect(exceptionSettings(unusual(settings))).toEqual(settings)
  })

  test.each([
    ['within its grace', 30, 0],
    ['a minute beyond it', 31, 1],
  ])('a day that is too long %s', (_title, beyond, found) => {
    const settings = otherwise('day_long', { grace: 30 })
    expect(exceptionsBy(settings, [noticed('day_long', beyond)])).toHaveLength(found)
  })

  test('whatever a workplace holds for critical stops an approval and comes first', () => {
    const settings = otherwise('not_signed', { severity: 'CRITICAL' })
    const found = exceptionsBy(settings, [noticed('day_long', 1), noticed('not_signed')])
    expect(found).toMatchObject([
      { code: 'not_signed', critical: true },
      { code: 'day_long', critical: false },
    ])
  })

  test('each sees what they are told: managers alone of entries that are short', () => {
    const found = exceptionsBy(usual, [noticed('entry_short', 1), noticed('rest_short', 1)])
    expect(toldTo(found, 'EMPLOYEE').map(({ code }) => code)).toEqual(['rest_short'])
    expect(toldTo(found, 'MANAGER').map(({ code }) => code)).toEqual(['rest_short', 'entry_short'])
    const own = exceptionsBy(otherwise('rest_short', { told: 'EMPLOYEE' }), [noticed('rest_short', 1)])
    expect([toldTo(own, 'EMPLOYEE').length, toldTo(own, 'MANAGER').length]).toEqual([1, 0])
  })

  test('that a period runs and that it is not signed says nothing of the hours themselves', () => {
    const all = [{ code: 'period_runs' }, { code: 'not_signed' }, { code: 'day_long' }] as const
    expect(aboutHours(all)).toEqual([{ code: 'day_long' }])
    expect(aboutHours([{ code: 'entry_open' }, { code: 'entry_overdue' }])).toEqual([
      { code: 'entry_overdue' },
    ])
  })
})

describe('a setting', () => {
  const setting = { code: 'day_long', grace: 15, severity: 'WARNING', told: 'MANAGER' } as const
  test.each([
    ['as it may be', {}, true],
    ['critical and told to one alone: the other would not know why', { severity: 'CRITICAL' }, false],
    ['critical and told to both', { severity: 'CRITICAL', told: 'BOTH' }, true],
    ['a missing rate that does not count', { code: 'no_rate', grace: null, severity: 'NOTE' }, false],
    ['grace for what has no length', { code: 'not_signed' }, false],
    ['no grace for what has a length', { grace: null }, false],
    ['more than a day of grace', { grace: 1441 }, false],
    ['a code that is none', { code: 'late' }, false],
  ])('%s', (_title, change, valid) => {
    expect(exceptionSettingSchema.safeParse({ ...setting, ...change }).success).toBe(valid)
  })
})
