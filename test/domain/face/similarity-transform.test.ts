import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cropToPicture,
  fitSimilarity,
  invert,
  type Similarity,
  scaleOf,
  transformPoint,
} from '@/domain/face/similarity-transform'

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const point = fc.record({ x: number(-500, 500), y: number(-500, 500) })
const transform: fc.Arbitrary<Similarity> = fc
  .record({ scale: number(0.1, 10), angle: number(-3, 3), tx: number(-500, 500), ty: number(-500, 500) })
  .map(({ scale, angle, tx, ty }) => ({ a: scale * Math.cos(angle), b: scale * Math.sin(angle), tx, ty }))
/** Five points that do not fall together. */
const face = fc.tuple(point, number(20, 200)).map(([{ x, y }, s]) =>
  [
    [-1, -1],
    [1, -1],
    [0, 0.2],
    [-0.7, 1],
    [0.7, 1],
  ].map(([dx = 0, dy = 0]) => ({ x: x + dx * s, y: y + dy * s })),
)

describe('scale, turn and shift', () => {
  it('is found again from the points that it moved', () => {
    fc.assert(
      fc.property(face, transform, (points, t) => {
        const moved = points.map((p) => transformPoint(t, p))
        const found = fitSimilarity(points, moved)
        for (const [i, p] of points.entries()) {
          const q = transformPoint(found, p)
          expect(q.x).toBeCloseTo(moved[i]?.x ?? Number.NaN, 4)
          expect(q.y).toBeCloseTo(moved[i]?.y ?? Number.NaN, 4)
        }
      }),
    )
  })

  it('fits no worse than any small change of it', () => {
    const from = [
      { x: 0, y: 0 },
      { x: 10, y: 1 },
      { x: 4, y: 9 },
    ]
    const to = [
      { x: 3, y: 2 },
      { x: 21, y: 9 },
      { x: 8, y: 22 },
    ]
    const error = (t: Similarity) =>
      from.reduce((sum, p, i) => {
        const q = transformPoint(t, p)
        return sum + (q.x - (to[i]?.x ?? 0)) ** 2 + (q.y - (to[i]?.y ?? 0)) ** 2
      }, 0)
    const best = fitSimilarity(from, to)
    for (const key of ['a', 'b', 'tx', 'ty'] as const) {
      for (const step of [-0.01, 0.01]) {
        expect(error({ ...best, [key]: best[key] + step })).toBeGreaterThan(error(best))
      }
    }
  })

  it('comes back to where it started through its inverse', () => {
    fc.assert(
      fc.property(point, transform, (p, t) => {
        const back = transformPoint(invert(t), transformPoint(t, p))
        expect(back.x).toBeCloseTo(p.x, 6)
        expect(back.y).toBeCloseTo(p.y, 6)
        expect(scaleOf(invert(t)) * scaleOf(t)).toBeCloseTo(1, 8)
      }),
    )
  })
})

describe('a square crop of a picture', () => {
  it('has its middle on the face and its corners half a side away', () => {
    const t = cropToPicture({ x: 100, y: 50 }, 40, 0, 10)
    expect(transformPoint(t, { x: 5, y: 5 })).toEqual({ x: 100, y: 50 })
    expect(transformPoint(t, { x: 0, y: 0 })).toEqual({ x: 80, y: 30 })
    expect(transformPoint(t, { x: 10, y: 10 })).toEqual({ x: 120, y: 70 })
  })

  it('turned by the angle of the eyes shows the eyes level', () => {
    const angle = 0.4
    const toCrop = invert(cropToPicture({ x: 100, y: 50 }, 40, angle, 192))
    const left = transformPoint(toCrop, { x: 100 - Math.cos(angle) * 8, y: 50 - Math.sin(angle) * 8 })
    const right = transformPoint(toCrop, { x: 100 + Math.cos(angle) * 8, y: 50 + Math.sin(angle) * 8 })
    expect(left.y).toBeCloseTo(right.y, 8)
    expect(right.x).toBeGreaterThan(left.x)
  })
})
