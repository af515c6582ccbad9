import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { feedKey, together, type WantedFeed } from '@/domain/feeds'

const physics = '0190a0a0-0000-7000-8000-000000000001'
const chemistry = '0190a0a0-0000-7000-8000-000000000002'

const wanted = (sessionId: string | null, after: string): WantedFeed => ({
  feed: sessionId ? { kind: 'session', sessionId } : { kind: 'today' },
  after,
})

describe('what several pages want together', () => {
  test('is each feed once, from the earliest event that one of them lacks', () => {
    expect(
      together([wanted(physics, '10'), wanted(null, '7'), wanted(physics, '9'), wanted(chemistry, '100')]),
    ).toEqual([wanted(physics, '9'), wanted(null, '7'), wanted(chemistry, '100')])
  })

  test('does not depend on the order in which they are asked, and nobody goes without', () => {
    const one = fc
      .tuple(fc.constantFrom(physics, chemistry, null), fc.nat())
      .map(([id, after]) => wanted(id, `${after}`))
    const sorted = (list: WantedFeed[]) =>
      list.toSorted((a, b) => feedKey(a.feed).localeCompare(feedKey(b.feed)))
    fc.assert(
      fc.property(fc.array(one), (all) => {
        const result = together(all)
        expect(sorted(together(all.toReversed()))).toEqual(sorted(result))
        for (const { feed, after } of all) {
          const found = result.filter((other) => feedKey(other.feed) === feedKey(feed))
          expect(found).toHaveLength(1)
          expect(BigInt(found[0]?.after ?? 0)).toBeLessThanOrEqual(BigInt(after))
        }
      }),
    )
  })
})
