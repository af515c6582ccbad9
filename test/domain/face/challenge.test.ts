import { done, challengeFrame as frame } from '@test/support/challenge-frames'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ChallengeFrame, judgeChallenge } from '@/domain/face/challenge'
import { decideChallenge } from '@/domain/face/challenge-decision'
import { type ChallengeStep, challengeSteps, drawChallenge } from '@/domain/face/challenge-steps'
import { emptyCohort } from '@/domain/face/cohort'
import { comparing, type Limits } from '@/domain/face/verification'

const samePerson = 0.45

/** Frontal, before and in each step, frontal twice: as the browser sends them. */
function answerTo(
  steps: readonly ChallengeStep[],
  change: (frames: ChallengeFrame[]) => ChallengeFrame[] = (f) => f,
) {
  const frames = [
    frame({ at: 1000 }),
    ...steps.flatMap((step, i) => [
      frame({ at: 1600 + i * 1000 }),
      frame({ at: 1800 + i * 1000, ...done[step] }),
    ]),
    frame({ at: 4000 }),
    frame({ at: 4200 }),
  ]
  return change(frames)
}

const judge = (steps: readonly ChallengeStep[], frames: ChallengeFrame[], elapsed = 5000) =>
  judgeChallenge({ steps, frames, elapsed, samePerson })

const sequences = challengeSteps.flatMap((a) =>
  challengeSteps.filter((b) => b !== a).map((b) => [a, b] as [ChallengeStep, ChallengeStep]),
)
const replaced = (at: number, by: ChallengeFrame) => (frames: ChallengeFrame[]) =>
  frames.map((each, i) => (i === at ? by : each))

describe('drawing', () => {
  test('a challenge has two different steps, and every sequence comes up', () => {
    const drawn = new Set<string>()
    for (let i = 0; i < 16; i++)
      for (let j = 0; j < 12; j++) {
        const numbers = [i / 16, j / 12]
        const steps = drawChallenge(() => numbers.shift() ?? 0)
        expect(steps[0]).not.toBe(steps[1])
        drawn.add(steps.join())
      }
    expect(drawn.size).toBe(12)
  })
})

describe('passing', () => {
  test.each(sequences)('%s, then %s, done as asked', (...steps) => {
    const frames = answerTo(steps)
    expect(judge(steps, frames)).toEqual({ passed: true, frontal: [0, 5, 6], reached: [2, 4] })
  })

  test('the person’s left is on the right of the unmirrored picture, where the yaw grows', () => {
    const left = answerTo(['TURN_LEFT', 'LOOK_UP'])
    expect(judge(['TURN_LEFT', 'LOOK_UP'], left)).toMatchObject({ passed: true })
    expect(judge(['TURN_RIGHT', 'LOOK_UP'], left)).toEqual({
      passed: false,
      reason: 'challenge.not_seen',
      frame: 6,
    })
  })

  test('a face that is never quite straight is measured against itself', () => {
    const tilted = answerTo(['TURN_LEFT', 'LOOK_UP']).map((each) =>
      each.problem === null
        ? {
            ...each,
            quality: { ...each.quality, yaw: each.quality.yaw + 0.2, pitch: each.quality.pitch + 0.3 },
          }
        : each,
    )
    expect(judge(['TURN_LEFT', 'LOOK_UP'], tilted)).toMatchObject({ passed: true })
  })

  test('a frame on the way without a usable face is passed over', () => {
    const steps = ['TURN_LEFT', 'LOOK_UP'] as const
    const frames = answerTo(steps, replaced(3, { at: 2600, problem: 'face.none' }))
    expect(judge(steps, frames)).toMatchObject({ passed: true })
  })
})

describe('refusing', () => {
  const steps = ['TURN_LEFT', 'LOOK_UP'] as const
  const refused = (frames: ChallengeFrame[], elapsed?: number) => {
    const verdict = judge(steps, frames, elapsed)
    return verdict.passed ? 'passed' : verdict.reason
  }

  test('nobody moves', () => {
    const still = [1000, 1600, 1800, 2600, 2800, 4000, 4200].map((at) => frame({ at }))
    expect(refused(still)).toBe('challenge.not_seen')
  })

  test('the steps come in another order', () => {
    expect(refused(answerTo(['LOOK_UP', 'TURN_LEFT']))).toBe('challenge.not_seen')
  })

  test('only the first step is done', () => {
    expect(refused(answerTo(steps, replaced(4, frame({ at: 2800 }))))).toBe('challenge.not_seen')
  })

  test('another movement comes first', () => {
    expect(refused(answerTo(steps, replaced(1, frame({ at: 1600, yaw: -0.5 }))))).toBe('challenge.wrong_way')
  })

  test('the movement into the pose is not seen', () => {
    const late = answerTo(steps, (frames) => frames.filter((_, i) => i !== 1)).map((each, i) =>
      i === 0 ? each : { ...each, at: each.at + 4000 },
    )
    expect(refused(late, 9000)).toBe('challenge.not_seen')
  })

  test('the first frame already shows the pose', () => {
    const turned = answerTo(steps).map((each) =>
      each.problem === null ? { ...each, quality: { ...each.quality, yaw: 0.45 } } : each,
    )
    expect(refused(turned)).toBe('challenge.not_frontal')
  })

  test('it ends turned away', () => {
    expect(refused(answerTo(steps, replaced(6, frame({ at: 4200, yaw: 0.4 }))))).toBe('challenge.not_frontal')
  })

  test('another person turns the head', () => {
    expect(refused(answerTo(steps, replaced(2, frame({ at: 1800, ...done.TURN_LEFT, who: 70 }))))).toBe(
      'challenge.other_person',
    )
  })

  test('a face that becomes another in small steps is still another', () => {
    const drifting = answerTo(steps).map((each, i) =>
      each.problem === null ? { ...each, vector: Float32Array.of(Math.cos(i / 4), Math.sin(i / 4)) } : each,
    )
    expect(refused(drifting)).toBe('challenge.other_person')
  })

  test('a second face is in one frame', () => {
    expect(refused(answerTo(steps, replaced(3, { at: 2600, problem: 'face.several' })))).toBe('face.several')
  })

  test.each([['the pose is reached in a fifth of a second', 1160, 1200]])('%s', (_, before, reached) => {
    const frames = answerTo(steps).map((each, i) =>
      i === 1 || i === 2 ? { ...each, at: i === 1 ? before : reached } : each,
    )
    expect(refused(frames)).toBe('challenge.too_fast')
  })

  test('the face is back before anybody could be', () => {
    const frames = answerTo(steps).map((each, i) => (i > 4 ? { ...each, at: 2850 + i * 30 } : each))
    expect(refused(frames)).toBe('challenge.too_fast')
  })

  test.each([
    ['in wrong order', [1000, 1600, 1500, 2600, 2800, 4000, 4200]],
    ['twice the same', [1000, 1600, 1600, 2600, 2800, 4000, 4200]],
    ['before the start', [-5, 1600, 1800, 2600, 2800, 4000, 4200]],
    ['not a number', [Number.NaN, 1600, 1800, 2600, 2800, 4000, 4200]],
    ['after the answer had arrived', [1000, 1600, 1800, 2600, 2800, 4000, 5300]],
  ])('times %s', (_, times) => {
    expect(refused(answerTo(steps).map((each, i) => ({ ...each, at: times[i] ?? 0 })))).toBe(
      'challenge.wrong_times',
    )
  })

  test('the minute is over', () => {
    expect(refused(answerTo(steps), 61_000)).toBe('challenge.wrong_times')
  })

  test('no frames at all', () => {
    expect(judge(steps, [])).toMatchObject({ passed: false, reason: 'face.none' })
  })
})

test('shuffled frames pass only with times of their own choice, and only where the poses still come in order', () => {
  const steps = ['TURN_LEFT', 'TURN_RIGHT'] as const
  const frames = answerTo(steps)
  const turns = (list: readonly ChallengeFrame[]) =>
    list.map((each) => (each.problem === null ? Math.sign(each.quality.yaw) : 0))
  fc.assert(
    fc.property(fc.shuffledSubarray(frames, { minLength: frames.length }), (shuffled) => {
      const inOrder = shuffled.every((each, i) => each === frames[i])
      expect(judge(steps, shuffled).passed).toBe(inOrder)
      const retimed = shuffled.map((each, i) => ({ ...each, at: 1000 + i * 400 }))
      const yaws = turns(retimed)
      const asAsked = yaws[0] === 0 && yaws.at(-1) === 0 && yaws.indexOf(1) < yaws.indexOf(-1)
      if (judge(steps, retimed).passed) expect(asAsked).toBe(true)
    }),
  )
})

describe('deciding', () => {
  const steps = ['COME_CLOSER', 'TURN_RIGHT'] as const
  const anna = { id: 'anna', template: Float32Array.of(1, 0) }
  const limits: Limits = { weight: 0, most: 2, least: 0, lead: 0, alone: 0.5, withCode: 0.5, likely: 0.4 }
  const decide = (frames: ChallengeFrame[]) =>
    decideChallenge({ steps, frames, elapsed: 5000, samePerson }, comparing(emptyCohort(), anna, limits))
      .decision

  test('a challenge that is done by the person of the templates matches', () => {
    expect(decide(answerTo(steps))).toMatchObject({ outcome: 'MATCHED', reason: null })
  })

  test('a challenge that is not done is a failed challenge, and nobody is compared', () => {
    expect(decide(answerTo(['TURN_RIGHT', 'COME_CLOSER']))).toMatchObject({
      outcome: 'CHALLENGE_FAILED',
      similarity: null,
    })
  })

  test('a frame too dark at the beginning is no failed challenge', () => {
    expect(decide(answerTo(steps, replaced(0, { at: 1000, problem: 'face.too_dark' })))).toMatchObject({
      outcome: 'UNUSABLE',
      reason: 'face.too_dark',
      frame: 0,
    })
  })

  test('prints in both last frontal frames refuse it', () => {
    const last = answerTo(steps).slice(-2)
    const printed = last.map((each) => (each.problem === null ? { ...each, live: 0.01 } : each))
    const decision = decide([...answerTo(steps).slice(0, -2), ...printed])
    expect(decision).toMatchObject({ outcome: 'NOT_LIVE', reason: 'face.not_live' })
  })

  test('a print in the last frontal frame is compared with nobody, whosever it is', () => {
    const template = Float32Array.of(1, 0)
    const answer = (live: number): ChallengeFrame[] =>
      answerTo(steps).map((each, index): ChallengeFrame => {
        if (each.problem !== null) return each
        return index === 6
          ? { ...each, vector: template, live }
          : { ...each, vector: Float32Array.of(0.8, 0.6) }
      })
    const strict = { ...limits, alone: 0.85, withCode: 0.85 }
    const outcome = (live: number) =>
      decideChallenge(
        { steps, frames: answer(live), elapsed: 5000, samePerson },
        comparing(emptyCohort(), { id: 'anna', template }, strict),
      ).decision.outcome
    expect(outcome(0.9)).toBe('MATCHED')
    expect(outcome(0.01)).toBe('NOT_MATCHED')
  })

  test('a turned frame is not asked whether it is live', () => {
    const frames = answerTo(steps, replaced(4, frame({ at: 2800, ...done.TURN_RIGHT, live: 0 })))
    expect(decide(frames)).toMatchObject({ outcome: 'MATCHED' })
  })

  test('somebody else who does it all is not recognised', () => {
    expect(
      decide(
        answerTo(steps).map((each) =>
          each.problem === null ? { ...each, vector: Float32Array.of(0, 1) } : each,
        ),
      ),
    ).toMatchObject({
      outcome: 'NOT_MATCHED',
      reason: 'face.not_recognised',
    })
  })
})
