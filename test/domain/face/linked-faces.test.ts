import { describe, expect, it } from 'vitest'
import { linkedFaces, similarities } from '@/domain/face/linked-faces'
import { unit } from '@/domain/face/matching'

const look = (...numbers: number[]) => unit(Float32Array.from(numbers))
const faces = [
  { photo: 'p', vector: look(1, 0.2, 0) },
  { photo: 'p', vector: look(1, 0.6, 0) },
  { photo: 'q', vector: look(1, 0.3, 0) },
  { photo: 'r', vector: look(0, 0, 1) },
]

describe('faces of several photos', () => {
  it('are one person where each is the nearest to the other, and near enough', () => {
    expect(linkedFaces(faces, 0.9)).toEqual([[2], [], [0], []])
  })
  it('are nobody’s where the threshold is higher than any likeness', () => {
    expect(linkedFaces(faces, 0.9999)).toEqual([[], [], [], []])
  })
  it('of one photo are never one person', () => {
    const twice = [
      { photo: 'p', vector: look(1, 0, 0) },
      { photo: 'p', vector: look(1, 0, 0) },
    ]
    expect(linkedFaces(twice, 0.5)).toEqual([[], []])
  })
  it('of one person are compared by the mean of their cosines', () => {
    const template = look(1, 0, 0)
    const alone = similarities(faces, [template], [[], [], [], []]).map(([value]) => value ?? 0)
    const together = similarities(faces, [template], linkedFaces(faces, 0.9)).map(([value]) => value ?? 0)
    expect(together[0]).toBeCloseTo(((alone[0] ?? 0) + (alone[2] ?? 0)) / 2, 6)
    expect(together[1]).toBe(alone[1])
  })
})
