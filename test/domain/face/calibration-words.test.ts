import { describe, expect, it } from 'vitest'
import {
  adviceText,
  basisText,
  fewPeopleText,
  membersText,
  oneIn,
  ownStrangersText,
  rightPeopleText,
  shareText,
  spreadText,
  strangersText,
} from '@/domain/face/calibration-words'

describe('what a headteacher reads', () => {
  it.each([
    [1e-4, '10,000 strangers who try to pass for somebody here, about 1 '],
    [1e-5, '100,000 strangers who try to pass for somebody here, about 1 '],
    [2e-4, '10,000 strangers who try to pass for somebody here, about 2 '],
    [0.05, '100 strangers who try to pass for somebody here, about 5 '],
  ])('a rate of %d says “Of %s…”', (rate, words) => {
    expect(strangersText(rate)).toBe(`Of ${words}would get in.`)
  })
  it('advice comes where the right person is refused often, and where that is known', () => {
    expect(adviceText({ rate: 0.1 }, 5)).toContain('More photos')
    expect(adviceText({ rate: 0.09 }, 5)).toBeNull()
    expect(adviceText({ rate: 0.9 }, 4)).toBeNull()
  })
  it('rare rates are said to two digits', () => {
    expect(oneIn(1e-4)).toBe('1 in 10,000')
    expect(oneIn(0.0028025)).toBe('1 in 360')
    expect(oneIn(1 / 12_345)).toBe('1 in 12,000')
    expect(oneIn(0)).toBe('never')
  })
  it('the right people are told with the bounds, and not at all where too few have enrolled', () => {
    expect(rightPeopleText({ rate: 0.021, low: 0.002, high: 0.069 }, 60)).toBe(
      'Of 100 tries by the right person, about 2 are asked to try again. With so many people it may also be between 0 and 7.',
    )
    expect(rightPeopleText({ rate: 0.001, low: 0, high: 0.03 }, 60)).toContain('fewer than 1 is asked')
    expect(rightPeopleText({ rate: 0, low: 0, high: 0.6 }, 3)).toContain('cannot be said yet')
  })
  it('a share that is only small is never said to be nought', () => {
    expect([0, 1e-9, 9.9e-4, 1e-3, 0.0049, 0.01, 0.126, 1].map(shareText)).toEqual([
      'none',
      'fewer than 1 in 1,000',
      'fewer than 1 in 1,000',
      'about 1 in 1,000',
      'about 1 in 200',
      'about 1 %',
      'about 13 %',
      'about 100 %',
    ])
  })
  it('what it rests on is said for each case', () => {
    expect(basisText('prior', 1, true)).toContain('too few')
    expect(basisText('blend', 30, true)).toContain('corrected by the 30 people')
    expect(basisText('blend', 30, false)).toContain('nobody has measured this recogniser')
    expect(basisText('site', 3000, true)).toBe('This was proven on the 3,000 people enrolled here.')
  })
  it('the site’s own pairs are told with what they can show', () => {
    expect(ownStrangersText({ rate: 0, low: 0, high: 0.0028 }, 1770)).toBe(
      'Everybody here was compared with everybody else, 1,770 pairs: nobody was taken for another. With so many pairs it may truly be as often as 1 in 360.',
    )
    expect(ownStrangersText({ rate: 1e-3, low: 0, high: 0.004 }, 3000)).toContain(
      'about 1 in 1,000 was taken',
    )
    expect(ownStrangersText({ rate: 0, low: 0, high: 0.97 }, 1)).toBe(
      'Everybody here was compared with everybody else, 1 pair: nobody was taken for another. So few pairs prove little yet.',
    )
    expect(ownStrangersText({ rate: 0, low: 0, high: 1 }, 0)).toContain('No two people')
  })
  it('the two kinds of strangers are told apart: who is enrolled here, and who is not', () => {
    expect(membersText(1e-4)).toBe(
      'Of 10,000 people enrolled here who try to pass for another, about 1 would get in.',
    )
    expect(membersText(2e-5, 'name')).toBe(
      'Of 100,000 people enrolled here who try to pass for another, about 2 would be given a name.',
    )
    expect(strangersText(1e-3, 'name')).toBe(
      'Of 1,000 strangers who try to pass for somebody here, about 1 would be given a name.',
    )
  })
  it('how evenly chances are spread is said in shares of the people, and not of too few', () => {
    expect(spreadText({ raw: 0.314, corrected: 0.856 }, 20)).toBe(
      'For 86 of 100 people here a stranger’s chance is about the average one, within a quarter. Were nobody compared with the others here, it would be so for 31.',
    )
    expect(spreadText({ raw: 0.314, corrected: 0.856 }, 19)).toBeNull()
  })
  it('a site that is too small to measure itself says so, and what counts until then', () => {
    expect(fewPeopleText('prior', true)).toContain('Fewer than eight people are enrolled')
    expect(fewPeopleText('prior', true)).toContain('together with the session’s code')
    expect(fewPeopleText('blend', true)).toContain('counts together with the session’s code')
    expect(fewPeopleText('blend', false)).toBeNull()
    expect(fewPeopleText('site', false)).toBeNull()
  })
})
