import { observed } from '@test/support/observed-face'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guidanceLimits, guideOval, type Instruction, instructions, judge } from '@/domain/face/observation'
import { faceProblem } from '@/domain/face/quality'

describe('the one thing to change first', () => {
  it.each<[string, Parameters<typeof observed>[0], Instruction]>([
    ['a good face needs nothing', {}, 'perfect'],
    ['a face far away comes closer', { size: 0.4 }, 'come_closer'],
    ['a face that fills the frame moves back', { size: 1.3 }, 'move_back'],
    ['a face at the side moves to the middle', { offset: { x: -1, y: 0 } }, 'move_to_middle'],
    ['a face too high moves to the middle', { offset: { x: 0, y: -0.6 } }, 'move_to_middle'],
    ['a face cut by the edge moves to the middle', { quality: { inside: 0.9 } }, 'move_to_middle'],
    [
      'a face in the dark needs light',
      { quality: { highlight: 40 }, faceLight: 20, aroundLight: 30 },
      'more_light',
    ],
    ['a washed-out face needs less', { quality: { shadow: 200 }, faceLight: 230 }, 'less_light'],
    [
      'a dim face before a bright window has the light behind it',
      { faceLight: 60, aroundLight: 190 },
      'less_light_behind',
    ],
    ['a bright wall behind a well-lit face is no matter', { faceLight: 140, aroundLight: 240 }, 'perfect'],
    ['a face turned to the left looks straight', { quality: { yaw: -0.6 } }, 'look_straight'],
    ['a face turned to the right looks straight', { quality: { yaw: 0.6 } }, 'look_straight'],
    ['a face that looks up looks straight', { quality: { pitch: -0.55 } }, 'look_straight'],
    ['a face that looks down looks straight', { quality: { pitch: 0.8 } }, 'look_straight'],
    ['a tilted head is held level', { quality: { roll: -25 } }, 'hold_head_level'],
    ['a blurred face holds still', { quality: { sharpness: 1 } }, 'hold_still'],
    ['two people are one too many', { faces: 2 }, 'only_you'],
    ['nobody there is asked to look into the camera', { faces: 0 }, 'no_face'],
    ['nobody to be seen in a black frame is asked for light', { faces: 0, aroundLight: 5 }, 'more_light'],
    [
      'who is small, dark and turned is asked to come closer first',
      { size: 0.3, quality: { highlight: 10, yaw: 0.9 } },
      'come_closer',
    ],
    [
      'a second person matters more than how the first one holds the head',
      { faces: 2, quality: { roll: 30 } },
      'only_you',
    ],
  ])('%s', (_, changes, instruction) => {
    expect(judge(observed(changes), null, 'no_face')).toBe(instruction)
  })

  it('lets a passer-by far behind be', () => {
    const seen = observed({ faces: 2 })
    const [me, other] = seen.faces
    if (!me || !other) throw new Error('two faces')
    const behind = { ...other, box: { ...other.box, width: me.box.width * 0.3, height: me.box.height * 0.3 } }
    expect(judge({ ...seen, faces: [me, behind] }, null, 'no_face')).toBe('perfect')
  })

  it('asks a moving face to hold still, and one that has stopped no more', () => {
    const before = observed({ at: 0, offset: { x: -0.2, y: 0 } })
    const moved = observed({ at: 100, offset: { x: 0.1, y: 0 } })
    expect(judge(moved, before, 'no_face')).toBe('hold_still')
    expect(judge({ ...moved, at: 200 }, moved, 'hold_still')).toBe('perfect')
  })

  it('does not take another camera or a long pause for movement', () => {
    const before = observed({ at: 0, offset: { x: -0.3, y: 0 } })
    expect(judge(observed({ at: 9000, offset: { x: 0.3, y: 0 } }), before, 'no_face')).toBe('perfect')
    expect(judge(observed({ at: 100, width: 1280, height: 960 }), before, 'no_face')).toBe('perfect')
  })

  it('keeps what is good a little beyond the limit, and asks for a little more than just enough', () => {
    const [limit, band] = guidanceLimits.smallest
    const just = observed({ size: limit - band / 2 })
    expect(judge(just, null, 'no_face')).toBe('come_closer')
    expect(judge(just, null, 'perfect')).toBe('perfect')
    const barely = observed({ size: limit + band / 2 })
    expect(judge(barely, null, 'no_face')).toBe('perfect')
    expect(judge(barely, null, 'come_closer')).toBe('come_closer')
  })

  it('never praises a face that the gate of the server would refuse', () => {
    const quality = fc.record({
      score: fc.constant(1),
      eyeDistance: fc.double({ min: 30, max: 200, noNaN: true }),
      highlight: fc.integer({ min: 0, max: 255 }),
      shadow: fc.integer({ min: 0, max: 255 }),
      sharpness: fc.double({ min: 0, max: 100, noNaN: true }),
      yaw: fc.double({ min: -1, max: 1, noNaN: true }),
      pitch: fc.double({ min: -1, max: 1, noNaN: true }),
      roll: fc.double({ min: -90, max: 90, noNaN: true }),
      inside: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    const words = fc.constantFrom(...instructions)
    fc.assert(
      fc.property(quality, words, (q, shown) => {
        if (judge(observed({ quality: q }), null, shown) === 'perfect') expect(faceProblem(q)).toBeNull()
      }),
    )
  })
})

describe('the oval', () => {
  it.each([
    ['an upright phone', 720, 960],
    ['a desktop camera', 1280, 960],
    ['a square', 480, 480],
  ])('lies in the middle of the frame of %s and leaves room on all sides', (_, width, height) => {
    const { x, y, rx, ry } = guideOval(width, height)
    expect(x).toBe(width / 2)
    expect(x - rx).toBeGreaterThan(0.1 * width)
    expect(y - ry).toBeGreaterThan(0.1 * height)
    expect(y + ry).toBeLessThan(0.9 * height)
  })
})
