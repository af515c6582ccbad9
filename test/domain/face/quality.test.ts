import { describe, expect, it } from 'vitest'
import { type FaceQuality, faceProblem, severalFaces } from '@/domain/face/quality'

/** A good selfie at a laptop. */
const good: FaceQuality = {
  score: 1,
  eyeDistance: 60,
  highlight: 190,
  shadow: 85,
  sharpness: 40,
  yaw: 0.05,
  pitch: 0.2,
  roll: 2,
  inside: 1,
}

describe('what the gate says to one face', () => {
  it.each<[string, Partial<FaceQuality>, string | null]>([
    ['a good selfie passes', {}, null],
    ['a face just near enough passes', { eyeDistance: 24 }, null],
    ['a face far away is too small', { eyeDistance: 23.9 }, 'face.too_small'],
    ['a dark face in a lit room passes', { highlight: 90, shadow: 20 }, null],
    ['a face without light is too dark', { highlight: 44 }, 'face.too_dark'],
    ['a washed-out face is too bright', { highlight: 255, shadow: 200 }, 'face.too_bright'],
    ['a face half lit by a window passes', { highlight: 255, shadow: 60 }, null],
    ['a soft picture of a cheap camera passes', { sharpness: 3 }, null],
    ['a blurred face is refused', { sharpness: 1.5 }, 'face.blurred'],
    ['a head turned by a third passes', { yaw: -0.6 }, null],
    ['a profile is turned away', { yaw: 0.9 }, 'face.turned_away'],
    ['a profile to the other side too', { yaw: -0.9 }, 'face.turned_away'],
    ['a face that looks at the ceiling is turned away', { pitch: -0.7 }, 'face.turned_away'],
    ['a face that looks at the table is turned away', { pitch: 0.95 }, 'face.turned_away'],
    ['a tilted head passes', { roll: -25 }, null],
    ['a head on its shoulder is turned away', { roll: 45 }, 'face.turned_away'],
    ['a picture that lies on its side is said to', { roll: 90 }, 'face.lies_right'],
    ['to the other side too', { roll: -90 }, 'face.lies_left'],
    ['a picture on its head is said to be', { roll: 180 }, 'face.upside_down'],
    ['nearly on its head too', { roll: -150 }, 'face.upside_down'],
    ['how the picture lies is said before what is cut off', { roll: 170, inside: 0.6 }, 'face.upside_down'],
    ['a chin just below the edge passes', { inside: 0.96 }, null],
    ['half a face is cut off', { inside: 0.6 }, 'face.cut_off'],
    ['a face with a hand at its chin passes', { covered: 0.85 }, null],
    ['a mask is to be taken off', { covered: 0.95 }, 'face.covered'],
    ['a mask that makes the face doubtful is still a mask', { covered: 0.95, score: 0.7 }, 'face.covered'],
    ['a face where nobody looked for masks passes', { score: 0.9999 }, null],
    ['a dog is no person', { covered: 0.6, score: 0.996 }, 'face.no_person'],
    ['a profile, of which no model is sure, is turned away', { yaw: 0.9, score: 0.93 }, 'face.turned_away'],
    ['what is cut off is said before what is dark', { inside: 0.6, highlight: 20 }, 'face.cut_off'],
    ['what is too far away is not called blurred', { eyeDistance: 12, sharpness: 1 }, 'face.too_small'],
  ])('%s', (_, change, problem) => {
    expect(faceProblem({ ...good, ...change })).toBe(problem)
  })
})

describe('is somebody else in the selfie?', () => {
  const face = (side: number) => ({ box: { x: 0, y: 0, width: side, height: side } })
  it.each([
    ['nobody at all', [], false],
    ['one face', [face(100)], false],
    ['a face on a poster behind', [face(100), face(39)], false],
    ['a face at 40 % of the first one', [face(100), face(40)], true],
    ['two friends', [face(100), face(95), face(20)], true],
  ])('%s', (_, faces, several) => {
    expect(severalFaces(faces)).toBe(several)
  })
})
