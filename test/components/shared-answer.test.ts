import { describe, expect, it } from 'vitest'
import { sharedAnswer } from '@/components/providers/shared-answer'

const row = (id: string, at: string) => ({ id, joinedAt: new Date(at), tags: ['a'] })
const roster = () => [row('1', '2026-03-02T08:00:00Z'), row('2', '2026-03-02T08:05:00Z')]

describe('an answer that is asked for again', () => {
  it('is the same object where it says the same, instants and all', () => {
    const before = roster()
    expect(sharedAnswer(before, roster())).toBe(before)
  })

  it('keeps the rows that are as they were when another one changed', () => {
    const before = roster()
    const after = sharedAnswer(before, [row('1', '2026-03-02T08:00:00Z'), row('2', '2026-03-02T09:00:00Z')])
    expect(after).toEqual([row('1', '2026-03-02T08:00:00Z'), row('2', '2026-03-02T09:00:00Z')])
    expect((after as typeof before)[0]).toBe(before[0])
    expect((after as typeof before)[1]).not.toBe(before[1])
  })

  it('says what the new one says when rows come, go, or change places', () => {
    const [first, second] = roster()
    for (const next of [[first], [second, first], [], [first, second, row('3', '2026-03-02T08:00:00Z')]])
      expect(sharedAnswer(roster(), next)).toEqual(next)
  })

  it('tells what is not there from what is undefined, and a list from an object', () => {
    expect(Object.keys(sharedAnswer({ a: undefined }, { b: undefined }) as object)).toEqual(['b'])
    expect(sharedAnswer({}, [])).toEqual([])
    expect(sharedAnswer(undefined, null)).toBe(null)
    expect(sharedAnswer(new Map([['a', 1]]), new Map([['b', 2]]))).toEqual(new Map([['b', 2]]))
  })
})
