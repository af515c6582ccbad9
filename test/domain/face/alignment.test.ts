import { describe, expect, it } from 'vitest'
import { DLIB_SIZE, dlibCrop, mirror, RETAIL_SIZE, retailCrop } from '@/domain/face/alignment'
import type { Point } from '@/domain/face/geometry'
import { dlibPoints, fivePoints, MESH_POINTS, meshBox, meshInPicture } from '@/domain/face/landmarks'
import { invert, transformPoint } from '@/domain/face/similarity-transform'

/** Where the landmarks lie that retail-0095 and dlib ask for, on a face of 128 pixels. */
const places: Record<number, Point> = {
  33: { x: 30, y: 59 },
  133: { x: 50.8, y: 59.2 },
  362: { x: 77, y: 59.2 },
  263: { x: 97.8, y: 59 },
  1: { x: 64, y: 82 },
  2: { x: 64, y: 88 },
  61: { x: 44.7, y: 105.6 },
  291: { x: 83.6, y: 105.6 },
}

/** A mesh of these points, larger, turned and moved. */
function mesh(scale: number, angle: number, shift: Point): Float32Array {
  const t = { a: scale * Math.cos(angle), b: scale * Math.sin(angle), tx: shift.x, ty: shift.y }
  const raw = new Float32Array(MESH_POINTS * 3)
  for (let i = 0; i < MESH_POINTS; i++) {
    const p = places[i] ?? { x: 64, y: 80 }
    raw.set([p.x, p.y, 5], i * 3)
  }
  return meshInPicture(raw, t)
}
const turned = mesh(2.5, 0.7, { x: 300, y: 40 })

describe('a face brought to where the recogniser wants it', () => {
  it('has its five points near the published ones, however it lay in the picture', () => {
    const toCrop = invert(retailCrop(turned))
    const expected = [
      [0.31556875, 0.4615741],
      [0.68262292, 0.4615741],
      [0.5002625, 0.6405054],
      [0.34947188, 0.824692],
      [0.65343646, 0.824692],
    ]
    for (const [i, p] of fivePoints(turned).entries()) {
      const q = transformPoint(toCrop, p)
      expect(
        Math.hypot(q.x / RETAIL_SIZE - (expected[i]?.[0] ?? 0), q.y / RETAIL_SIZE - (expected[i]?.[1] ?? 0)),
      ).toBeLessThan(0.02)
    }
  })

  it('zoomed in grows from the middle of the crop', () => {
    const middle = { x: RETAIL_SIZE / 2, y: RETAIL_SIZE / 2 }
    const a = transformPoint(retailCrop(turned), middle)
    const b = transformPoint(retailCrop(turned, 1.05), middle)
    expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeLessThan(1e-3)
    expect(Math.hypot(retailCrop(turned).a, retailCrop(turned).b)).toBeCloseTo(
      1.05 * Math.hypot(retailCrop(turned, 1.05).a, retailCrop(turned, 1.05).b),
      5,
    )
  })

  it('for dlib is smaller in the chip the more there is around it', () => {
    const eyes = (padding: number) => {
      const toChip = invert(dlibCrop(turned, padding))
      const [outer, , otherOuter] = dlibPoints(turned).map((p) => transformPoint(toChip, p))
      return Math.hypot((outer?.x ?? 0) - (otherOuter?.x ?? 0), (outer?.y ?? 0) - (otherOuter?.y ?? 0))
    }
    // The outer corners are 0.74 of dlib's unpadded face apart, and the chip is 1.5 of it.
    expect(eyes(0.25) / ((0.74 / 1.5) * DLIB_SIZE)).toBeCloseTo(1, 0)
    expect(eyes(0.2)).toBeGreaterThan(eyes(0.25))
    expect(eyes(0.32)).toBeLessThan(eyes(0.25))
  })
})

describe('a crop in a mirror', () => {
  it('changes left and right in each colour, and is itself again when mirrored twice', () => {
    const crop = Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)
    mirror(crop, 2)
    expect([...crop]).toEqual([2, 1, 4, 3, 6, 5, 8, 7, 10, 9, 12, 11])
    mirror(crop, 2)
    expect([...crop]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  })
})

describe('the box of a mesh', () => {
  it('holds every point and touches the outermost ones', () => {
    const upright = mesh(1, 0, { x: 0, y: 0 })
    const box = meshBox(upright)
    expect(box.x).toBeCloseTo(30)
    expect(box.y).toBeCloseTo(59)
    expect(box.width).toBeCloseTo(67.8)
    expect(box.height).toBeCloseTo(46.6)
  })
})
