import { describe, expect, it } from 'vitest'
import { type CohortScore, cohortOf } from '@/domain/face/cohort'
import { faceScores, linkedFaces } from '@/domain/face/linked-faces'
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
  it('of one person are compared by the mean of their scores, cosines and leads', () => {
    const students = [
      { id: 'anna', template: look(1, 0, 0) },
      { id: 'berta', template: look(0, 1, 0) },
    ]
    const held = { weight: 0.3, most: 2 }
    const cohort = cohortOf(students)
    const alone = faceScores(faces, students, [[], [], [], []], cohort, held).map(
      ([own]) => own as CohortScore,
    )
    const together = faceScores(faces, students, linkedFaces(faces, 0.9), cohort, held).map(
      ([own]) => own as CohortScore,
    )
    for (const part of ['score', 'cosine', 'lead'] as const) {
      const [first, , third] = alone.map((one) => one[part] ?? 9)
      expect(together[0]?.[part]).toBeCloseTo(((first ?? 0) + (third ?? 0)) / 2, 6)
    }
    expect(together[1]).toEqual(alone[1])
  })
  it('have no lead where nobody else is of the site', () => {
    const students = [{ id: 'anna', template: look(1, 0, 0) }]
    const none = { weight: 0, most: 2 }
    for (const [own] of faceScores(faces, students, linkedFaces(faces, 0.9), cohortOf(students), none)) {
      expect(own?.lead).toBeNull()
      expect(own?.score).toBe(own?.cosine)
    }
  })
})
