import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cosine, meanTemplate, mostDifferent, unit } from '@/domain/face/matching'

const vector = fc
  .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 8, maxLength: 8 })
  .filter((v) => Math.hypot(...v) > 0.1)
  .map((v) => unit(v))
const length = (v: Float32Array) => Math.hypot(...v)

/** A unit vector in the plane, by its angle in degrees from Anna's. */
const at = (degrees: number) =>
  Float32Array.of(Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180))

describe('similarity of two vectors', () => {
  it('is 1 with itself, the same both ways, and never outside -1 to 1', () => {
    fc.assert(
      fc.property(vector, vector, (a, b) => {
        expect(cosine(a, a)).toBeCloseTo(1, 5)
        expect(cosine(a, b)).toBe(cosine(b, a))
        expect(Math.abs(cosine(a, b))).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('of two recognisers is not asked', () => {
    expect(() => cosine(new Float32Array(256), new Float32Array(128))).toThrow(RangeError)
  })
})

describe('the template of several photos', () => {
  it('has unit length and does not depend on the order of the photos', () => {
    fc.assert(
      fc.property(fc.array(vector, { minLength: 1, maxLength: 5 }), (photos) => {
        // Photos that cancel each other out have no direction in common; those of one person never do.
        const sum = photos.reduce((all, photo) => all.map((x, i) => x + (photo[i] ?? 0)))
        fc.pre(length(sum) > 0.01)
        const template = meanTemplate(photos)
        expect(length(template)).toBeCloseTo(1, 5)
        expect(cosine(template, meanTemplate([...photos].reverse()))).toBeCloseTo(1, 5)
      }),
    )
  })

  it('of one photo is that photo', () => {
    fc.assert(
      fc.property(vector, (v) => {
        expect(cosine(meanTemplate([v]), v)).toBeCloseTo(1, 5)
      }),
    )
  })

  it('lies between its photos', () => {
    expect(cosine(meanTemplate([at(-20), at(20)]), at(0))).toBeCloseTo(1, 5)
  })

  it('of no photos, or of two recognisers, does not exist', () => {
    expect(() => meanTemplate([])).toThrow(RangeError)
    expect(() => meanTemplate([at(0), new Float32Array(3)])).toThrow(RangeError)
  })
})

describe('which enrolment photo shows somebody else?', () => {
  it.each([
    ['none, when all agree', [at(0), at(10), at(20)], null],
    ['the one that differs from the others, wherever it stands', [at(0), at(90), at(10)], 1],
    ['also when it was the first', [at(90), at(0), at(10), at(5)], 0],
    ['of two that disagree the one added last', [at(0), at(90)], 1],
    ['a single photo differs from nothing', [at(0)], null],
    ['no photos differ from nothing', [], null],
  ])('%s', (_, photos, different) => {
    expect(mostDifferent(photos, 0.7)).toBe(different)
  })
})
