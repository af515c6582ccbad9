import { observed } from '@test/support/observed-face'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Guidance, guide, HOLD_FOR, startGuidance } from '@/domain/face/guidance'
import type { FaceObservation, Turn } from '@/domain/face/observation'

const good = (at: number) => observed({ at })
const far = (at: number) => observed({ at, size: 0.4 })
const tilted = (at: number) => observed({ at, quality: { roll: 30 } })
const two = (at: number) => observed({ at, faces: 2 })

/** The guiding after each of the frames, one every 100 ms. */
function run(frames: ((at: number) => FaceObservation)[], every = 100): Guidance[] {
  const steps: Guidance[] = []
  let state = startGuidance(0)
  frames.forEach((frame, i) => {
    state = guide(state, frame(i * every))
    steps.push(state)
  })
  return steps
}
const repeat = <T>(times: number, item: T): T[] => Array.from({ length: times }, () => item)
const last = (steps: Guidance[]) => steps.at(-1) as Guidance
const words = (steps: Guidance[]) => steps.map((step) => step.instruction)

describe('the moment to take the picture', () => {
  it('comes when the face has been good for the whole time, and not before', () => {
    const steps = run(repeat(9, good))
    expect(steps.map((step) => step.take)).toEqual([...repeat(HOLD_FOR / 100, false), true, true])
    expect(steps.map((step) => step.progress)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 7].map((n) => n / 7))
  })

  it('does not come for a face that is never good', () => {
    expect(run(repeat(100, far)).some((step) => step.take)).toBe(false)
  })

  it('is put off by a real lapse, which starts the time anew', () => {
    const steps = run([...repeat(6, good), ...repeat(4, tilted), ...repeat(7, good)])
    expect(steps.some((step) => step.take)).toBe(false)
    expect(last(steps).progress).toBeCloseTo(6 / 7)
  })

  it('is not put off by a single bad frame, but never falls on one', () => {
    const frames = [...repeat(6, good), tilted, ...repeat(2, good)]
    const steps = run(frames)
    expect(steps[6]?.progress).toBe(steps[5]?.progress)
    expect(steps.map((step) => step.take)).toEqual([...repeat(7, false), true, true])
    expect(last(run([...repeat(7, good), tilted, tilted])).take).toBe(false)
  })

  it('starts anew at once when somebody else comes into the picture', () => {
    const steps = run([...repeat(6, good), two, ...repeat(2, good)])
    expect(steps[6]?.progress).toBe(0)
    expect(last(steps).take).toBe(false)
  })

  it('needs two good frames even on a device that looks once a second', () => {
    expect(run(repeat(2, good), 1000).map((step) => step.take)).toEqual([false, true])
  })

  it('forgets what was good before the page was hidden', () => {
    const before = last(run(repeat(5, good)))
    const after = guide(before, good(60_000))
    expect(after.take).toBe(false)
    expect(after.progress).toBe(0)
  })
})

describe('a turn that is asked for', () => {
  const at = (yaw: number) => (at: number) => observed({ at, quality: { yaw } })
  const turning = (turn: Turn, frames: ((at: number) => FaceObservation)[]) => {
    let state = startGuidance(0, turn)
    return frames.map((frame, i) => {
      state = guide(state, frame(i * 100))
      return state
    })
  }
  const left: Turn = { to: 'left', from: [0.05] }

  it('puts the picture off for a face that stays as it was, and says which way', () => {
    const steps = turning(left, repeat(40, at(0.05)))
    expect(steps.some((step) => step.take)).toBe(false)
    expect(last(steps)).toMatchObject({ instruction: 'turn_left', progress: 0 })
    expect(last(turning({ to: 'right', from: [0.05] }, [at(0)])).instruction).toBe('turn_right')
  })

  it('is enough when it is small, either way, and held', () => {
    for (const yaw of [0.25, -0.15]) {
      const steps = turning(left, [...repeat(10, at(0.05)), ...repeat(10, at(yaw))])
      expect(steps.slice(0, 11).some((step) => step.take)).toBe(false)
      expect(steps.some((step) => step.take)).toBe(true)
    }
  })

  it('is measured against every picture before', () => {
    const third: Turn = { to: 'right', from: [0, 0.2] }
    for (const yaw of [0.05, 0.25, 0.1])
      expect(last(turning(third, [at(yaw)])).instruction).toBe('turn_right')
    expect(last(turning(third, repeat(20, at(-0.2)))).instruction).toBe('perfect')
  })

  it('may go too far', () => {
    expect(last(turning(left, repeat(20, at(0.6)))).instruction).toBe('turn_less')
    expect(last(run(repeat(20, at(0.6)))).instruction).toBe('look_straight')
  })

  it('is told after what else is wrong with the picture', () => {
    expect(last(turning(left, [far])).instruction).toBe('come_closer')
  })
})

describe('the words on screen', () => {
  it('give the first advice at once', () => {
    expect(words(run([far]))).toEqual(['come_closer'])
  })

  it('do not flicker when two advices alternate', () => {
    const steps = run(Array.from({ length: 40 }, (_, i) => (i % 2 ? far : tilted)))
    expect(new Set(words(steps)).size).toBe(1)
  })

  it('change to the next advice when it has lasted', () => {
    const steps = run([...repeat(10, far), ...repeat(10, tilted)])
    const changed = words(steps).indexOf('hold_head_level')
    expect(changed).toBeGreaterThan(10)
    expect(changed).toBeLessThanOrEqual(13)
  })

  it('praise without delay, so that the person knows to stay as they are', () => {
    expect(words(run([...repeat(10, tilted), good])).at(-1)).toBe('perfect')
  })

  it('say perfect whenever the picture is taken', () => {
    const kinds = fc.constantFrom(good, good, good, far, tilted, two)
    fc.assert(
      fc.property(fc.array(kinds, { maxLength: 60 }), fc.integer({ min: 30, max: 700 }), (frames, every) => {
        for (const step of run(frames, every)) {
          expect(step.progress).toBeGreaterThanOrEqual(0)
          expect(step.progress).toBeLessThanOrEqual(1)
          if (step.take) expect(step.instruction).toBe('perfect')
        }
      }),
    )
  })
})
