import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { burstIsLive, isAttack, PAD_SIZE, padCrop, probabilityOf, roomAround } from '@/domain/face/attack'

const corner = (crop: ReturnType<typeof padCrop>) => ({ x: crop.tx, y: crop.ty, side: crop.a * PAD_SIZE })

describe('what presentation-attack detection looks at', () => {
  it('is 2.7 faces around the middle of the face', () => {
    const crop = corner(padCrop({ x: 280, y: 200, width: 80, height: 100 }, 1000, 800))
    expect(crop.side).toBeCloseTo(270)
    expect(crop.x + crop.side / 2).toBeCloseTo(320)
    expect(crop.y + crop.side / 2).toBeCloseTo(250)
  })

  it('never leaves the picture, however large the face and wherever it is', () => {
    const number = fc.integer({ min: -200, max: 1200 })
    const size = fc.integer({ min: 1, max: 900 })
    fc.assert(
      fc.property(number, number, size, size, size, size, (x, y, width, height, w, h) => {
        const crop = corner(padCrop({ x, y, width, height }, w, h))
        expect(crop.x).toBeGreaterThanOrEqual(0)
        expect(crop.y).toBeGreaterThanOrEqual(0)
        expect(crop.x + crop.side).toBeLessThanOrEqual(w + 1e-6)
        expect(crop.y + crop.side).toBeLessThanOrEqual(h + 1e-6)
      }),
    )
  })
})

describe('the probability of a class', () => {
  it('adds up to one over all classes, also for huge logits', () => {
    const logits = fc.array(fc.double({ min: -1000, max: 1000, noNaN: true }), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(logits, (values) => {
        const sum = values.reduce((total, _, i) => total + probabilityOf(values, i), 0)
        expect(sum).toBeCloseTo(1, 8)
      }),
    )
  })

  it('is even for equal logits', () => {
    expect(probabilityOf([2, 2, 2], 1)).toBeCloseTo(1 / 3)
  })
})

describe('the frames of a burst', () => {
  const probability = fc.double({ min: 0, max: 1, noNaN: true })
  const burst = fc.array(probability, { minLength: 1, maxLength: 3 })

  it('are alive together whatever their order', () => {
    fc.assert(
      fc.property(burst, (live) => {
        expect(burstIsLive(live.toReversed())).toBe(burstIsLive(live))
      }),
    )
  })

  it('are never alive where half of them or fewer pass by themselves', () => {
    fc.assert(
      fc.property(burst, (live) => {
        const passed = live.filter((each) => each >= 0.1).length
        if (passed * 2 <= live.length) expect(burstIsLive(live)).toBe(false)
      }),
    )
  })

  it('are always alive where each of them passes', () => {
    fc.assert(
      fc.property(burst, (live) => {
        if (live.every((each) => each >= 0.1)) expect(burstIsLive(live)).toBe(true)
      }),
    )
  })

  it('do not become less alive by one that looks more so', () => {
    fc.assert(
      fc.property(burst, probability, ([first = 0, ...others], better) => {
        if (burstIsLive([first, ...others]))
          expect(burstIsLive([Math.max(first, better), ...others])).toBe(true)
      }),
    )
  })
})

describe('one picture alone', () => {
  const face = { x: 0, y: 0, width: 80, height: 100 }
  it.each([
    ['a print with room around the face is an attack', 0.02, { width: 640, height: 480 }, true],
    ['a live face is none', 0.6, { width: 640, height: 480 }, false],
    ['a portrait cut close to the face is not judged', 0.001, { width: 130, height: 150 }, false],
    ['nothing is judged without a PAD model', null, { width: 640, height: 480 }, false],
  ])('%s', (_, live, picture, attack) => {
    expect(isAttack({ live, room: roomAround(face, picture) })).toBe(attack)
  })
})
