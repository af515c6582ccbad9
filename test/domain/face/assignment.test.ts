import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestAssignment } from '@/domain/face/assignment'

const total = (worth: number[][], columns: (number | null)[]) =>
  columns.reduce<number>((sum, column, row) => sum + (column === null ? 0 : (worth[row]?.[column] ?? 0)), 0)

/** The largest sum there is, by trying everything. */
function bruteForce(worth: number[][], row = 0, taken = new Set<number>()): number {
  if (row === worth.length) return 0
  let best = bruteForce(worth, row + 1, taken)
  for (const [column, value] of (worth[row] ?? []).entries()) {
    if (taken.has(column)) continue
    best = Math.max(best, value + bruteForce(worth, row + 1, new Set([...taken, column])))
  }
  return best
}

const tables = (max: number) =>
  fc.tuple(fc.integer({ min: 0, max }), fc.integer({ min: 0, max })).chain(([rows, columns]) =>
    fc.array(
      fc.array(fc.oneof(fc.double({ min: -1, max: 1, noNaN: true }), fc.constantFrom(-0.5, 0, 0.25, 0.5)), {
        minLength: columns,
        maxLength: columns,
      }),
      { minLength: rows, maxLength: rows },
    ),
  )

describe('the best assignment', () => {
  it('is worth as much as the best of all there are', () => {
    fc.assert(
      fc.property(tables(5), (worth) => {
        expect(total(worth, bestAssignment(worth))).toBeCloseTo(bruteForce(worth), 9)
      }),
      { numRuns: 1000 },
    )
  })

  it('gives no column twice, and nothing that is worth nothing', () => {
    fc.assert(
      fc.property(tables(12), (worth) => {
        const columns = bestAssignment(worth)
        expect(columns).toHaveLength(worth.length)
        const given = columns.filter((column) => column !== null)
        expect(new Set(given).size).toBe(given.length)
        for (const [row, column] of columns.entries()) {
          if (column !== null) expect(worth[row]?.[column]).toBeGreaterThan(0)
        }
      }),
    )
  })

  it('gives up the nearest pair where that makes the whole better', () => {
    const worth = [
      [0.9, 0.8],
      [0.85, 0.1],
    ]
    expect(bestAssignment(worth)).toEqual([1, 0])
  })

  it('is there for no rows and for no columns', () => {
    expect(bestAssignment([])).toEqual([])
    expect(bestAssignment([[], []])).toEqual([null, null])
  })

  it('takes no longer than a moment for a hall: 200 faces, 2,000 students', () => {
    const worth = Array.from({ length: 200 }, (_, row) =>
      Array.from({ length: 2000 }, (_, column) => ((row * 7919 + column * 104_729) % 1000) / 1000 - 0.5),
    )
    const before = performance.now()
    expect(bestAssignment(worth).every((column) => column !== null)).toBe(true)
    expect(performance.now() - before).toBeLessThan(3000)
  })
})
