import { describe, expect, it } from 'vitest'
import { enrolmentProblem } from '@/domain/face/enrolment-picture'

describe('what is asked of a picture that is enrolled, and not at clock-in', () => {
  it.each([
    ['a selfie at arm’s length is enrolled', { live: 0.9, room: 2.2 }, null],
    ['one where nobody looks for attacks too', { live: null, room: 2.2 }, null],
    ['a face that fills just a quarter of the shorter side is enrolled', { live: 0.9, room: 4 }, null],
    ['somebody far away in a scene is asked to come nearer', { live: 0.9, room: 4.9 }, 'enrolment.too_far'],
    ['coming nearer is said first', { live: 0.01, room: 4.9 }, 'enrolment.too_far'],
    ['a picture of a picture is refused', { live: 0.01, room: 2.2 }, 'enrolment.not_live'],
    ['one cut so close that nobody could tell is enrolled', { live: 0.01, room: 1.4 }, null],
  ])('%s', (_, selfie, problem) => {
    expect(enrolmentProblem(selfie)).toBe(problem)
  })
})
