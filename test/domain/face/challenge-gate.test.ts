import { describe, expect, it } from 'vitest'
import { movingFaceProblem } from '@/domain/face/challenge-gate'
import type { FaceQuality } from '@/domain/face/quality'

const moving: FaceQuality = {
  score: 1,
  eyeDistance: 60,
  highlight: 190,
  shadow: 85,
  sharpness: 1,
  yaw: 0.9,
  pitch: 0.2,
  roll: 10,
  inside: 0.9,
}

describe('what the gate says to a face that moves', () => {
  it.each<[string, Partial<FaceQuality>, string | null]>([
    ['turned, blurred and touching the edge passes', {}, null],
    ['half outside is cut off', { inside: 0.5 }, 'face.cut_off'],
    ['far away is too small', { eyeDistance: 20 }, 'face.too_small'],
    ['a camera on its side is said to lie', { roll: 85 }, 'face.lies_right'],
    ['a camera on its head too', { roll: -175 }, 'face.upside_down'],
  ])('%s', (_, change, problem) => {
    expect(movingFaceProblem({ ...moving, ...change })).toBe(problem)
  })
})
