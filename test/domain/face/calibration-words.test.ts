import { createTranslator } from 'next-intl'
import { describe, expect, it } from 'vitest'
import {
  basisOf,
  fewPeople,
  ofTries,
  oneIn,
  ownPairs,
  refusedOften,
  rightPeople,
  shareWords,
  spreadOf,
} from '@/domain/face/calibration-words'
import { messagesOf } from '@/server/words/catalogues'

describe('what can be said of a measurement', () => {
  it.each([
    [1e-4, 10_000, 1],
    [1e-5, 100_000, 1],
    [2e-4, 10_000, 2],
    [0.05, 100, 5],
  ])('a rate of %d is told of %d tries', (rate, tries, succeed) => {
    expect(ofTries(rate)).toEqual({ tries, succeed })
  })
  it('advice comes where the right person is refused often, and where that is known', () => {
    expect(refusedOften({ rate: 0.1 }, 5)).toBe(true)
    expect(refusedOften({ rate: 0.09 }, 5)).toBe(false)
    expect(refusedOften({ rate: 0.9 }, 4)).toBe(false)
  })
  it('rare rates are said to two digits', () => {
    expect(oneIn(1e-4)).toBe(10_000)
    expect(oneIn(0.0028025)).toBe(360)
    expect(oneIn(1 / 12_345)).toBe(12_000)
    expect(oneIn(0)).toBe(0)
  })
  it('the right people are told with the bounds, and not at all where too few have enrolled', () => {
    expect(rightPeople({ rate: 0.021, low: 0.002, high: 0.069 }, 60)).toEqual({ about: 2, least: 0, most: 7 })
    expect(rightPeople({ rate: 0.001, low: 0, high: 0.03 }, 60)).toMatchObject({ about: 0 })
    expect(rightPeople({ rate: 0, low: 0, high: 0.6 }, 3)).toBeNull()
  })
  it('a share that is only small is never said to be nought', () => {
    expect([0, 1e-9, 9.9e-4, 1e-3, 0.0049, 0.01, 0.126, 1].map(shareWords)).toEqual([
      { kind: 'none' },
      { kind: 'few', count: 1_000 },
      { kind: 'few', count: 1_000 },
      { kind: 'oneIn', count: 1_000 },
      { kind: 'oneIn', count: 200 },
      { kind: 'percent', percent: 1 },
      { kind: 'percent', percent: 13 },
      { kind: 'percent', percent: 100 },
    ])
  })
  it('what it rests on is said for each case', () => {
    expect(basisOf('prior', true)).toBe('prior')
    expect(basisOf('blend', true)).toBe('blend')
    expect(basisOf('blend', false)).toBe('blendGuessed')
    expect(basisOf('site', false)).toBe('site')
  })
  it('the site’s own pairs are told with what they can show', () => {
    expect(ownPairs({ rate: 0, low: 0, high: 0.0028 }, 1770)).toEqual({ pairs: 1770, taken: 0, worst: 360 })
    expect(ownPairs({ rate: 1e-3, low: 0, high: 0.004 }, 3000)).toMatchObject({ taken: 1_000 })
    expect(ownPairs({ rate: 0, low: 0, high: 0.97 }, 1)).toEqual({ pairs: 1, taken: 0, worst: 0 })
    expect(ownPairs({ rate: 0, low: 0, high: 1 }, 0)).toBeNull()
  })
  it('how evenly chances are spread is said in shares of the people, and not of too few', () => {
    expect(spreadOf({ raw: 0.314, corrected: 0.856 }, 20)).toEqual({ raw: 31, corrected: 86 })
    expect(spreadOf({ raw: 0.314, corrected: 0.856 }, 19)).toBeNull()
  })
  it('a site that is too small to measure itself says so, and what counts until then', () => {
    expect(fewPeople('prior', true)).toBe('unmeasured')
    expect(fewPeople('blend', true)).toBe('measured')
    expect(fewPeople('blend', false)).toBeNull()
    expect(fewPeople('site', false)).toBeNull()
  })
})

describe('what a headteacher reads', () => {
  const t = createTranslator({ locale: 'en-GB', messages: messagesOf('en'), namespace: 'calibration' })
  it('tells the two kinds of strangers apart: who is enrolled here, and who is not', () => {
    expect(t('strangers.in', ofTries(1e-4))).toBe(
      'Of 10,000 strangers who try to pass for somebody here, about 1 would get in.',
    )
    expect(t('members.name', ofTries(2e-5))).toBe(
      'Of 100,000 people enrolled here who try to pass for another, about 2 would be given a name.',
    )
  })
  it('reads whole sentences about the right people, at the door and in a photo', () => {
    const bounds = { least: 0, most: 7 }
    expect(t('rightPeople.clockIn', { about: 2, ...bounds })).toBe(
      'Of 100 tries by the right person, about 2 are asked to try again. With so many people it may also be between 0 and 7.',
    )
    expect(t('rightPeople.clockIn', { about: 0, ...bounds })).toContain('fewer than 1 is asked')
    expect(t('rightPeople.rollCall', { about: 1, ...bounds })).toContain('about 1 is left for you to look at')
  })
  it('reads what the site’s own pairs show', () => {
    expect(t('ownPairs.compared', { pairs: 1770, taken: 0, worst: 360 })).toBe(
      'Everybody here was compared with everybody else, 1,770 pairs: nobody was taken for another. With so many pairs it may truly be as often as 1 in 360.',
    )
    expect(t('ownPairs.compared', { pairs: 1, taken: 1_000, worst: 0 })).toBe(
      'Everybody here was compared with everybody else, 1 pair: about 1 in 1,000 was taken for another. So few pairs prove little yet.',
    )
  })
})
