import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { halve, type Pixels, Pyramid, resampleCrop } from '@/domain/face/resample'

/** A picture whose colour at (x, y) is given. */
function picture(width: number, height: number, colour: (x: number, y: number) => number[]): Pixels {
  const data = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) data.set(colour(x, y), (y * width + x) * 3)
  }
  return { data, width, height }
}
const identity = { a: 1, b: 0, tx: 0, ty: 0 }
const planes = { planes: true, order: 'rgb' } as const

describe('a crop at its own size', () => {
  const source = picture(4, 4, (x, y) => [x * 10, y * 10, 100 + x + y])

  it('is the picture itself, colour by colour', () => {
    const out = new Float32Array(48)
    resampleCrop(new Pyramid(source), identity, { size: 4, ...planes }, out)
    expect([...out.subarray(0, 4)]).toEqual([0, 10, 20, 30])
    expect([...out.subarray(16, 20)]).toEqual([0, 0, 0, 0])
    expect([...out.subarray(32, 36)]).toEqual([100, 101, 102, 103])
  })

  it('can have blue first, and colours side by side', () => {
    const blueFirst = new Float32Array(48)
    resampleCrop(new Pyramid(source), identity, { size: 4, planes: true, order: 'bgr' }, blueFirst)
    expect([...blueFirst.subarray(0, 4)]).toEqual([100, 101, 102, 103])
    const sideBySide = new Uint8Array(48)
    resampleCrop(new Pyramid(source), identity, { size: 4, planes: false, order: 'rgb' }, sideBySide)
    expect([...sideBySide]).toEqual([...source.data])
  })

  it('is black outside the picture', () => {
    const out = new Float32Array(48).fill(7)
    resampleCrop(new Pyramid(source), { ...identity, tx: 100 }, { size: 4, ...planes }, out)
    expect([...out]).toEqual(Array(48).fill(0))
  })
})

describe('a crop at another size', () => {
  it('of an even surface stays even, whatever the scale and the angle', () => {
    const even = new Pyramid(picture(64, 48, () => [10, 120, 250]))
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 4, noNaN: true }),
        fc.double({ min: -3, max: 3, noNaN: true }),
        (scale, angle) => {
          const a = scale * Math.cos(angle)
          const b = scale * Math.sin(angle)
          const out = new Float32Array(4 * 4 * 3)
          // Four crop pixels around the middle of the picture, which never leave it.
          const t = { a, b, tx: 32 - 2 * a + 2 * b, ty: 24 - 2 * b - 2 * a }
          resampleCrop(even, t, { size: 4, ...planes }, out)
          for (let i = 0; i < 16; i++) {
            expect(out[i]).toBeCloseTo(10, 3)
            expect(out[i + 16]).toBeCloseTo(120, 3)
            expect(out[i + 32]).toBeCloseTo(250, 3)
          }
        },
      ),
    )
  })

  it('of a slope follows the slope: pixel centres meet pixel centres', () => {
    const slope = new Pyramid(picture(16, 16, (x) => [x * 8, 0, 0]))
    const out = new Float32Array(32 * 32 * 3)
    resampleCrop(slope, { a: 0.5, b: 0, tx: 0, ty: 0 }, { size: 32, ...planes }, out)
    // Crop pixel 10 has its centre at 10.5 / 2 = 5.25 of the picture, pixel 5's centre being 5.5.
    expect(out[10]).toBeCloseTo((5.25 - 0.5) * 8, 4)
  })

  it('of fine stripes made four times smaller is grey, not a pattern', () => {
    const stripes = new Pyramid(picture(64, 64, (x) => (x % 2 ? [255, 255, 255] : [0, 0, 0])))
    const out = new Float32Array(16 * 16 * 3)
    resampleCrop(stripes, { a: 4, b: 0, tx: 0, ty: 0 }, { size: 16, ...planes }, out)
    for (const value of out) expect(Math.abs(value - 127.5)).toBeLessThan(2)
  })
})

describe('half the size', () => {
  it('averages four pixels into one', () => {
    const source = picture(2, 2, (x, y) => [x * 4 + y * 8, 255, 0])
    expect([...halve(source).data]).toEqual([6, 255, 0])
  })

  it('never grows or loses the last pixel of a thin picture', () => {
    const thin = new Pyramid(picture(300, 2, () => [5, 5, 5]))
    expect(thin.levelFor(100)).toBe(0)
    const out = new Float32Array(12)
    resampleCrop(thin, { a: 100, b: 0, tx: 0, ty: 0 }, { size: 2, ...planes }, out)
    expect(out[0]).toBeCloseTo(0)
  })
})
