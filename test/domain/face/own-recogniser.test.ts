import { arcFaceDescription } from '@test/support/own-recogniser'
// A server has forms: what they say of fields must not become what an operator reads.
import '@/domain/field-errors'
import { describe, expect, it } from 'vitest'
import { normalise, parseOwnRecogniser, vectorSettings } from '@/domain/face/own-recogniser'
import { ownRecogniserId, thresholdsOf } from '@/domain/face/thresholds'

const parsed = (changes: object = {}) =>
  parseOwnRecogniser(JSON.stringify({ ...arcFaceDescription, ...changes }))

function problem(changes: object | string): string {
  try {
    if (typeof changes === 'string') parseOwnRecogniser(changes)
    else parsed(changes)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  return 'none'
}

describe('the description of a recogniser of one’s own', () => {
  it('is read with one number for all three colours, or one for each', () => {
    expect(parsed()).toMatchObject({ size: 112, mean: [127.5, 127.5, 127.5], scale: [127.5, 127.5, 127.5] })
    const each = { mean: [123.7, 116.3, 103.5], scale: [58.4, 57.1, 57.4] }
    expect(parsed({ normalisation: each })).toMatchObject(each)
  })

  it('takes the points as pixels or as shares of the side, to the same effect', () => {
    const shares = arcFaceDescription.points.map((point) => point.map((at) => at / 112))
    expect(vectorSettings(parsed({ points: shares }))).toBe(vectorSettings(parsed()))
  })

  it('makes the same vectors whatever it is called and whatever its licence', () => {
    expect(vectorSettings(parsed({ name: 'Other', licence: 'Other' }))).toBe(vectorSettings(parsed()))
    expect(vectorSettings(parsed({ colours: 'BGR' }))).not.toBe(vectorSettings(parsed()))
  })

  it.each<[string, object | string, string]>([
    ['no JSON', '{', 'it is not JSON'],
    ['a list', '[]', 'expected object'],
    ['no name', { name: ' ' }, 'name must not be empty'],
    ['a name without a letter or a digit', { name: '—' }, 'name must hold a letter or a digit'],
    ['no licence', { licence: undefined }, 'licence invalid input'],
    ['a size that is no whole number', { size: 112.5 }, 'size must be a whole number of pixels'],
    ['a size below what shows a face', { size: 16 }, 'size must be at least 32 pixels'],
    ['other colours', { colours: 'GRAY' }, 'colours must be "RGB" or "BGR"'],
    ['a scale of nothing', { normalisation: { mean: 0, scale: 0 } }, 'normalisation.scale must not be 0'],
    ['two numbers for three colours', { normalisation: { mean: [1, 2], scale: 1 } }, 'normalisation.mean'],
    ['four points', { points: arcFaceDescription.points.slice(1) }, 'points must be five'],
    [
      'points beyond the picture',
      { points: arcFaceDescription.points.map(([x = 0, y]) => [x + 60, y]) },
      'points must lie inside the input of 112×112 pixels',
    ],
    [
      'points in another order',
      { points: [...arcFaceDescription.points].reverse() },
      'points must be, in this order: left eye',
    ],
    ['a misspelt entry', { lisence: 'MIT' }, 'unrecognized key: "lisence"'],
  ])('with %s is refused in words', (_, changes, message) => {
    expect(problem(changes)).toContain(message)
  })
})

it('a crop is normalised colour by colour', () => {
  const crop = Float32Array.of(10, 20, 30, 40, 50, 60)
  normalise(crop, { mean: [10, 30, 50], scale: [10, 5, 2] })
  expect([...crop]).toEqual([0, 1, 0, 2, 0, 5])
})

describe('its id', () => {
  it('holds its name and the hash, in characters that fit anywhere', () => {
    expect(ownRecogniserId('buffalo_l: w600k_r50', '0123456789abcdef')).toBe(
      'own:buffalo_l-w600k_r50:0123456789ab',
    )
    expect(ownRecogniserId('  Erkenner für Köpfe ', 'f'.repeat(64))).toBe(
      'own:erkenner-für-köpfe:ffffffffffff',
    )
  })

  it('has cautious thresholds, marked as not measured', () => {
    const own = thresholdsOf('own:mine:0123456789ab')
    expect(own.measured).toBe(false)
    expect(own.samePerson).toBeGreaterThan(thresholdsOf('retail-0095').samePerson)
    expect(thresholdsOf('dlib')).toMatchObject({ samePerson: 0.935, measured: true })
  })
})
