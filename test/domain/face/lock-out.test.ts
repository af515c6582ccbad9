import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  alwaysTakenForPicture,
  type Lock,
  lockRules,
  noLock,
  pauseAfter,
  secondsLeft,
  switchesOff,
  withoutTry,
  withPasserBy,
  withTry,
} from '@/domain/face/lock-out'

const { person, device } = lockRules
const start = new Date('2026-03-02T08:00:00Z')
const later = (seconds: number, from = start) => new Date(from.getTime() + seconds * 1000)

describe('the pause of a person', () => {
  test.each([
    [0, 0],
    [4, 0],
    [5, 30],
    [6, 60],
    [7, 120],
    [11, 1920],
    [12, 3600],
    [49, 3600],
  ])('after %i misses in a row is %i seconds', (misses, seconds) => {
    expect(pauseAfter(misses, person)).toBe(seconds)
  })

  test('doubles with each miss until it is an hour, and never gets shorter', () => {
    fc.assert(
      fc.property(fc.integer({ min: person.pauseFrom, max: 60 }), (misses) => {
        const pause = pauseAfter(misses, person)
        expect(pauseAfter(misses + 1, person)).toBe(Math.min(person.longestPause, 2 * pause))
      }),
    )
  })

  test('the 50th miss in a row switches the face off, the 49th does not', () => {
    expect([switchesOff(49, person), switchesOff(50, person), switchesOff(51, person)]).toEqual([
      false,
      true,
      true,
    ])
  })
})

test('a kiosk that many share is paused later, and nothing is ever switched off for it', () => {
  expect([pauseAfter(19, device), pauseAfter(20, device)]).toEqual([0, 30])
  expect(switchesOff(1_000, device)).toBe(false)
})

describe('the last moment of a pause', () => {
  const lock: Lock = { misses: 5, pausedUntil: later(30) }
  test.each([
    [0, 30],
    [29.001, 1],
    [29.999, 1],
    [30, 0],
    [31, 0],
  ])('%d seconds after the miss there are %i left', (seconds, left) => {
    expect(secondsLeft(lock, later(seconds))).toBe(left)
  })
})

type Outcome = 'missed' | 'matched' | 'unusable'
const outcomes = fc.array(
  fc.record({
    outcome: fc.constantFrom<Outcome>('missed', 'missed', 'missed', 'matched', 'unusable'),
    waits: fc.integer({ min: 0, max: 4000 }),
  }),
  { maxLength: 80 },
)

/** What a person lives through who tries, one try after another, whenever no pause stands. */
function live(steps: Array<{ outcome: Outcome; waits: number }>) {
  let now = start
  let lock = noLock
  let inRow = 0
  const looked: Array<{ at: Date; inRow: number }> = []
  for (const { outcome, waits } of steps) {
    now = later(waits, now)
    if (secondsLeft(lock, now) > 0) continue
    looked.push({ at: now, inRow })
    const tried = withTry(lock, person, now)
    if (outcome === 'missed') {
      lock = tried
      inRow += 1
    } else if (outcome === 'matched') {
      lock = noLock
      inRow = 0
    } else lock = withoutTry(tried, tried)
    expect(lock.misses).toBe(inRow)
  }
  return looked
}

test('whatever happens, a face is looked at only after the pause that the misses before it call for', () => {
  fc.assert(
    fc.property(outcomes, (steps) => {
      const looked = live(steps)
      for (const [index, { at, inRow }] of looked.entries()) {
        const before = looked[index - 1]
        if (!before || inRow <= before.inRow) continue
        const gap = (at.getTime() - before.at.getTime()) / 1000
        expect(gap).toBeGreaterThanOrEqual(pauseAfter(inRow, person))
      }
    }),
  )
})

test('as many tries at once as one likes get no further than 5 before the pause', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), (tries) => {
      let lock = noLock
      let begun = 0
      for (let i = 0; i < tries; i++) {
        if (secondsLeft(lock, start) > 0) continue
        lock = withTry(lock, person, start)
        begun += 1
      }
      expect(begun).toBe(Math.min(tries, person.pauseFrom))
    }),
  )
})

test('a try that was none leaves a pause that another one began', () => {
  const first = withTry({ misses: 4, pausedUntil: null }, person, start)
  const second = withTry(first, person, later(40))
  expect(withoutTry(second, first)).toEqual({ misses: 5, pausedUntil: second.pausedUntil })
  expect(withoutTry(first, first)).toEqual({ misses: 4, pausedUntil: null })
})

test.each([
  ['three pictures of pictures in a row', ['NOT_LIVE', 'NOT_LIVE', 'NOT_LIVE'], true],
  ['the fourth one too', ['NOT_LIVE', 'NOT_LIVE', 'NOT_LIVE', 'NOT_LIVE'], true],
  ['only two so far', ['NOT_LIVE', 'NOT_LIVE'], false],
  ['one that was seen alive between them', ['NOT_LIVE', 'NOT_MATCHED', 'NOT_LIVE', 'NOT_LIVE'], false],
  ['the last one seen alive', ['MATCHED', 'NOT_LIVE', 'NOT_LIVE', 'NOT_LIVE'], false],
  ['nothing yet', [], false],
])('who had %s is led to the code: %#', (_title, outcomes, led) => {
  expect(alwaysTakenForPicture(outcomes)).toBe(led)
})

describe('strangers who walk past', () => {
  const crowd = (lock: Lock, people: number) =>
    Array.from({ length: people }).reduce<Lock>((before) => withPasserBy(before, device), lock)

  test('never begin a pause, however many they are', () => {
    expect(crowd(noLock, 500)).toEqual({ misses: 10, pausedUntil: null })
  })

  test('leave somebody who tries afterwards half of a row', () => {
    const tries = Array.from({ length: 9 }).reduce<Lock>(
      (lock) => withTry(lock, device, start),
      crowd(noLock, 500),
    )
    expect(secondsLeft(tries, start)).toBe(0)
    expect(secondsLeft(withTry(tries, device, start), start)).toBe(30)
  })

  test('take nothing back of what others have missed', () => {
    const before = { misses: 15, pausedUntil: null }
    expect(crowd(before, 3)).toEqual(before)
  })
})
