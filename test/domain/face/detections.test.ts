import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeDetections, keepBest, sameFace, sharedArea } from '@/domain/face/detections'

const boxes = fc.record({
  x: fc.integer({ min: 0, max: 200 }),
  y: fc.integer({ min: 0, max: 200 }),
  width: fc.integer({ min: 1, max: 100 }),
  height: fc.integer({ min: 1, max: 100 }),
})
const items = fc.array(
  fc.record({ box: boxes, score: fc.integer({ min: 0, max: 100 }).map((n) => n / 100) }),
  { maxLength: 30 },
)

/** One anchor's 16 numbers: box centre and size, then six key points. */
function anchor(at: { x: number; y: number; width: number; height: number }, eyes: number[]): number[] {
  return [at.x, at.y, at.width, at.height, ...eyes, 0, 0, 0, 0, 0, 0, 0, 0]
}

describe('what the detector says, in pixels of its input', () => {
  const scale = (logits: number[], rows: number[][], stride = 16, anchorsPerCell = 2) => [
    { scores: logits, boxes: rows.flat(), stride, anchorsPerCell },
  ]

  it('counts from the centre of the anchor’s cell: the second anchor shares the first one’s cell', () => {
    const row = anchor({ x: 2, y: -3, width: 20, height: 30 }, [-4, -5, 4, -5])
    const [first, second] = decodeDetections(scale([5, 5], [row, row]), 0.5)
    expect(first?.box).toEqual({ x: 8 + 2 - 10, y: 8 - 3 - 15, width: 20, height: 30 })
    expect(second?.box).toEqual(first?.box)
    expect(first?.eyes).toEqual([
      { x: 4, y: 3 },
      { x: 12, y: 3 },
    ])
  })

  it('goes on row by row: anchor 2 × 16 is the first cell of the second row', () => {
    const rows = Array.from({ length: 34 }, () => anchor({ x: 0, y: 0, width: 2, height: 2 }, [0, 0, 0, 0]))
    const logits = rows.map((_, i) => (i === 32 ? 3 : -9))
    expect(decodeDetections(scale(logits, rows), 0.5).map(({ box }) => [box.x + 1, box.y + 1])).toEqual([
      [8, 24],
    ])
  })

  it('leaves out what scores below the limit, and boxes without a size', () => {
    const good = anchor({ x: 0, y: 0, width: 10, height: 10 }, [0, 0, 0, 0])
    const flat = anchor({ x: 0, y: 0, width: 0, height: 10 }, [0, 0, 0, 0])
    expect(decodeDetections(scale([-0.1, 0.1], [good, good]), 0.5)).toHaveLength(1)
    expect(decodeDetections(scale([9, Number.NaN], [flat, good]), 0.5)).toHaveLength(0)
  })

  it('gives scores as probabilities', () => {
    const good = anchor({ x: 0, y: 0, width: 10, height: 10 }, [0, 0, 0, 0])
    expect(decodeDetections(scale([0], [good]), 0.4)[0]?.score).toBeCloseTo(0.5)
  })
})

describe('one face, one box', () => {
  it.each([
    ['boxes that share nothing are two faces', { x: 50, y: 0, width: 20, height: 20 }, false],
    ['boxes that touch are two faces', { x: 20, y: 0, width: 20, height: 20 }, false],
    ['boxes that overlap by a corner are two faces', { x: 15, y: 15, width: 20, height: 20 }, false],
    ['boxes that overlap by half are one face', { x: 8, y: 0, width: 20, height: 20 }, true],
    ['a small box inside a large one is part of that face', { x: 2, y: 2, width: 6, height: 6 }, true],
  ])('%s', (_, other, same) => {
    expect(sameFace({ x: 0, y: 0, width: 20, height: 20 }, other)).toBe(same)
  })

  it('is the same question whichever box comes first', () => {
    fc.assert(
      fc.property(boxes, boxes, (a, b) => {
        expect(sameFace(a, b)).toBe(sameFace(b, a))
        expect(sharedArea(a, b)).toBeLessThanOrEqual(Math.min(a.width * a.height, b.width * b.height))
      }),
    )
  })

  it('ranks by another score where one is asked for', () => {
    const box = { x: 0, y: 0, width: 20, height: 20 }
    const two = [
      { name: 'across two people', score: 1, sure: 0.5, box: { ...box, x: 5 } },
      { name: 'on one', score: 0.9, sure: 0.8, box },
    ]
    expect(keepBest(two).map(({ name }) => name)).toEqual(['across two people'])
    expect(keepBest(two, ({ sure }) => sure).map(({ name }) => name)).toEqual(['on one'])
  })

  it('keeps the best box, drops only what a better one covers, and is settled after one round', () => {
    fc.assert(
      fc.property(items, (all) => {
        const kept = keepBest(all)
        if (all.length) expect(kept[0]?.score).toBe(Math.max(...all.map(({ score }) => score)))
        for (const [i, a] of kept.entries()) {
          for (const b of kept.slice(i + 1)) expect(sameFace(a.box, b.box)).toBe(false)
        }
        for (const item of all) {
          if (kept.includes(item)) continue
          expect(kept.some((k) => k.score >= item.score && sameFace(k.box, item.box))).toBe(true)
        }
        expect(keepBest(kept)).toEqual(kept)
      }),
    )
  })
})
