import { describe, expect, it } from 'vitest'
import { MESH_POINTS } from '@/domain/face/landmarks'
import { measureCrop, measurePose } from '@/domain/face/measure'

const SIZE = 128

/** A grey crop in planes. */
function crop(grey: (x: number, y: number) => number): Float32Array {
  const out = new Float32Array(SIZE * SIZE * 3)
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) {
      const v = grey(x, y)
      for (let plane = 0; plane < 3; plane++) out[plane * SIZE * SIZE + y * SIZE + x] = v
    }
  }
  return out
}
const wave = (x: number, period: number) => 128 + 60 * Math.sin((2 * Math.PI * x) / period)

describe('light and sharpness of an aligned face', () => {
  it('of an even grey: that grey, and no detail', () => {
    const even = measureCrop(crop(() => 77))
    expect(even.highlight).toBeGreaterThanOrEqual(76)
    expect(even.highlight).toBeLessThanOrEqual(77)
    expect(even.shadow).toBe(even.highlight)
    expect(even.sharpness).toBe(0)
  })

  it('half lit: the light half makes the highlight, the dark half the shadow', () => {
    const half = measureCrop(crop((x) => (x < 64 ? 30 : 220)))
    expect(half.shadow).toBe(30)
    expect(half.highlight).toBe(220)
  })

  it('looks at the face only: a bright wall behind changes nothing', () => {
    const face = (x: number, y: number) => 90 + (x % 3) + (y % 3)
    const inside = (x: number, y: number) => ((x - 64) / 42) ** 2 + ((y - 76) / 50) ** 2 <= 1
    const dark = measureCrop(crop((x, y) => (inside(x, y) ? face(x, y) : 0)))
    const bright = measureCrop(crop((x, y) => (inside(x, y) ? face(x, y) : 255)))
    expect(bright).toEqual(dark)
  })

  it('finer detail is sharper, and more light alone is not', () => {
    const fine = measureCrop(crop((x, y) => wave(x, 6) / 2 + wave(y, 6) / 2)).sharpness
    const coarse = measureCrop(crop((x, y) => wave(x, 24) / 2 + wave(y, 24) / 2)).sharpness
    const dimmer = measureCrop(crop((x, y) => (wave(x, 24) / 2 + wave(y, 24) / 2) * 0.5)).sharpness
    expect(fine).toBeGreaterThan(10 * coarse)
    expect(dimmer).toBeCloseTo(coarse, 0)
  })

  it('detail in one direction only is blur by motion', () => {
    const moved = measureCrop(crop((_, y) => wave(y, 6))).sharpness
    expect(moved).toBeLessThan(0.1)
  })
})

/** A mesh with the eyes 60 apart and the nose at a given place; every other point lies in the middle. */
function mesh(
  change: Record<number, [number, number]> = {},
  middle: [number, number] = [100, 100],
): Float32Array {
  const out = new Float32Array(MESH_POINTS * 2)
  const points: Record<number, [number, number]> = {
    33: [60, 80],
    133: [80, 80],
    362: [120, 80],
    263: [140, 80],
    1: [100, 110],
    61: [80, 140],
    291: [120, 140],
    234: [40, 100],
    454: [160, 100],
    ...change,
  }
  for (let i = 0; i < MESH_POINTS; i++) out.set(points[i] ?? middle, i * 2)
  return out
}
const picture = { width: 200, height: 200 }

describe('where a face looks', () => {
  it('straight ahead', () => {
    const pose = measurePose(mesh(), picture)
    expect(pose).toMatchObject({ eyeDistance: 60, yaw: 0, pitch: 0, roll: 0, inside: 1 })
  })

  it.each<[string, Record<number, [number, number]>, 'yaw' | 'pitch', number]>([
    ['to the right of the picture', { 1: [130, 110] }, 'yaw', 0.5],
    ['to the left of the picture', { 1: [70, 110] }, 'yaw', -0.5],
    ['down', { 1: [100, 125] }, 'pitch', 0.5],
    ['up', { 1: [100, 95] }, 'pitch', -0.5],
  ])('%s', (_, change, key, value) => {
    expect(measurePose(mesh(change), picture)[key]).toBeCloseTo(value)
  })

  it('a tilted head is only tilted', () => {
    const angle = 0.5
    const upright = mesh({ 1: [115, 110] })
    const tilted = new Float32Array(upright.length)
    for (let i = 0; i < upright.length; i += 2) {
      const x = (upright[i] ?? 0) - 100
      const y = (upright[i + 1] ?? 0) - 100
      tilted[i] = 100 + x * Math.cos(angle) - y * Math.sin(angle)
      tilted[i + 1] = 100 + x * Math.sin(angle) + y * Math.cos(angle)
    }
    const a = measurePose(upright, picture)
    const b = measurePose(tilted, picture)
    expect(b.roll).toBeCloseTo((angle * 180) / Math.PI, 3)
    expect(b.yaw).toBeCloseTo(a.yaw, 3)
    expect(b.pitch).toBeCloseTo(a.pitch, 3)
    expect(b.eyeDistance).toBeCloseTo(a.eyeDistance, 3)
  })

  it('counts the points outside the picture', () => {
    expect(measurePose(mesh({}, [100, -1]), picture).inside).toBeCloseTo(9 / MESH_POINTS)
  })
})
