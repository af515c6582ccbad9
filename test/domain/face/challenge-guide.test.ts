import { observed } from '@test/support/observed-face'
import { describe, expect, test } from 'vitest'
import { type ChallengeFrame, judgeChallenge } from '@/domain/face/challenge'
import { type ChallengeGuidance, guideChallenge, startChallengeGuidance } from '@/domain/face/challenge-guide'
import { type ChallengeStep, challengeSteps } from '@/domain/face/challenge-steps'
import type { FaceQuality } from '@/domain/face/quality'

type Held = Partial<Pick<FaceQuality, 'yaw' | 'pitch' | 'eyeDistance'>>

const EVERY = 100
const neutral = { yaw: 0.05, pitch: 0.25, eyeDistance: 80 }
const target: Record<ChallengeStep, Held> = {
  TURN_LEFT: { yaw: 0.45 },
  TURN_RIGHT: { yaw: -0.4 },
  LOOK_UP: { pitch: -0.1 },
  COME_CLOSER: { eyeDistance: 104 },
}

/** Looks at a person who holds each pose for so many milliseconds and moves between two in 400. */
function play(steps: ChallengeStep[], course: [Held, number][]) {
  const looks: Required<Held>[] = []
  let last = neutral
  for (const [held, ms] of course) {
    const next = { ...neutral, ...held }
    for (let i = 1; i <= 4; i++) {
      const mix = (key: keyof typeof neutral) => last[key] + ((next[key] - last[key]) * i) / 4
      looks.push({ yaw: mix('yaw'), pitch: mix('pitch'), eyeDistance: mix('eyeDistance') })
    }
    for (let t = 0; t < ms; t += EVERY) looks.push(next)
    last = next
  }
  let state = startChallengeGuidance(0)
  let remembered: ChallengeFrame | null = null
  const kept: ChallengeFrame[] = []
  const states: ChallengeGuidance[] = []
  looks.forEach((held, i) => {
    const seen = observed({ at: i * EVERY, quality: held, size: (0.8 * held.eyeDistance) / 80 })
    const [face] = seen.faces
    if (!face) return
    state = guideChallenge(state, seen, steps)
    states.push(state)
    const frame: ChallengeFrame = {
      at: i * EVERY,
      problem: null,
      quality: face.quality,
      vector: Float32Array.of(1, 0),
      live: 1,
    }
    if (state.use === 'remember') remembered = frame
    if (state.use === 'keep') {
      if (state.withRemembered && remembered) kept.push(remembered)
      kept.push(frame)
    }
  })
  return { state, kept, states, elapsed: looks.length * EVERY }
}

const sequences = challengeSteps.flatMap((a) =>
  challengeSteps.filter((b) => b !== a).map((b) => [a, b] as [ChallengeStep, ChallengeStep]),
)

describe('leading', () => {
  test.each(sequences)('%s, then %s: what it keeps passes the server’s judgement', (...steps) => {
    const { state, kept, elapsed } = play(steps, [
      [{}, 1500],
      [target[steps[0]], 600],
      [target[steps[1]], 600],
      [{}, 1500],
    ])
    expect(state.phase).toBe('done')
    expect(kept.length).toBeLessThanOrEqual(7)
    expect(judgeChallenge({ steps, frames: kept, elapsed, samePerson: 0.5 })).toMatchObject({ passed: true })
  })

  test('a camera that does everything in turn is waited for', () => {
    const steps: ChallengeStep[] = ['COME_CLOSER', 'TURN_LEFT']
    const round = challengeSteps.flatMap((step): [Held, number][] => [
      [{}, 1300],
      [target[step], 600],
    ])
    const { state, kept, elapsed } = play(steps, [...round, ...round, [{}, 1500]])
    expect(state.phase).toBe('done')
    expect(judgeChallenge({ steps, frames: kept, elapsed, samePerson: 0.5 })).toMatchObject({ passed: true })
  })

  test('a slow turn is waited for', () => {
    const slow = Array.from({ length: 6 }, (_, i): [Held, number] => [{ yaw: 0.05 + 0.07 * (i + 1) }, 100])
    const { state } = play(['TURN_LEFT', 'LOOK_UP'], [[{}, 1500], ...slow, [target.LOOK_UP, 600], [{}, 1500]])
    expect(state.phase).toBe('done')
  })
})

describe('waiting', () => {
  test('a face that looks aside is asked to look straight first', () => {
    const { state } = play(['TURN_LEFT', 'LOOK_UP'], [[{ yaw: 0.4 }, 3000]])
    expect(state).toMatchObject({ phase: 'neutral', words: 'look_straight' })
  })

  test('the other way is said to be the other way', () => {
    const { state, kept } = play(
      ['TURN_LEFT', 'LOOK_UP'],
      [
        [{}, 1500],
        [target.TURN_RIGHT, 1500],
      ],
    )
    expect(state).toMatchObject({ phase: 'step', step: 0, words: 'TURN_LEFT', hint: 'wrong_way' })
    expect(kept).toHaveLength(1)
  })

  test('a step that takes long gets a word of help', () => {
    const { state } = play(
      ['TURN_LEFT', 'LOOK_UP'],
      [
        [{}, 1500],
        [{ yaw: 0.2 }, 13_000],
      ],
    )
    expect(state).toMatchObject({ words: 'TURN_LEFT', hint: 'slow' })
  })

  test('after the last step the person is asked to face the camera', () => {
    const { state } = play(
      ['TURN_LEFT', 'TURN_RIGHT'],
      [
        [{}, 1500],
        [target.TURN_LEFT, 600],
        [target.TURN_RIGHT, 1500],
      ],
    )
    expect(state).toMatchObject({ phase: 'back', words: 'FACE_CAMERA' })
  })

  test('somebody who stays too close is asked back, because a print could not be told there', () => {
    const { states } = play(
      ['LOOK_UP', 'COME_CLOSER'],
      [
        [{}, 1500],
        [target.LOOK_UP, 600],
        [{ eyeDistance: 115 }, 2500],
      ],
    )
    expect(states.some(({ phase, words }) => phase === 'back' && words === 'move_back')).toBe(true)
  })
})
