import { z } from 'zod'
import { inPlainEnglish } from '../plain-errors'
import type { Point } from './geometry'
import { fivePoints, type Mesh } from './landmarks'
import { fitSimilarity, invert, type Similarity } from './similarity-transform'

/** Below this the five points lie too close together to say anything; above it one face takes seconds. */
const SIDES = { least: 32, most: 512 }
/** In pixels of the input: nearer than this, two points are one. */
const APART = 2

const channels = z.union([z.number(), z.array(z.number()).length(3)])
const point = z.tuple([z.number(), z.number()], 'must be a pair of numbers: [x, y]')

/** The description beside the file of a recogniser of one's own; docs/models.md explains each entry. */
const description = z
  .strictObject({
    name: z
      .string()
      .trim()
      .min(1, 'must not be empty')
      .max(60, 'must have at most 60 characters')
      .regex(/[\p{L}\p{N}]/u, 'must hold a letter or a digit'),
    licence: z.string().trim().min(1, 'must not be empty').max(400, 'must have at most 400 characters'),
    size: z
      .int(`must be a whole number of pixels`)
      .min(SIDES.least, `must be at least ${SIDES.least} pixels`)
      .max(SIDES.most, `must be at most ${SIDES.most} pixels`),
    colours: z.enum(['RGB', 'BGR'], 'must be "RGB" or "BGR"'),
    normalisation: z.strictObject({
      mean: channels,
      scale: channels.refine((scale) => [scale].flat().every((one) => one !== 0), 'must not be 0'),
    }),
    points: z.array(point).length(5, 'must be five: the eyes, the nose, the corners of the mouth'),
  })
  .transform(({ normalisation: { mean, scale }, points, ...rest }) => ({
    ...rest,
    mean: threeOf(mean),
    scale: threeOf(scale),
    points: inPixels(points, rest.size),
  }))
  .superRefine(({ points, size }, context) => {
    const message = wrongPlaces(points, size)
    if (message) context.addIssue({ code: 'custom', path: ['points'], message })
  })

/**
 * What a recogniser of one's own wants to see. `mean` and `scale`: three numbers each, in the order of `colours`; a value
 * of 0 to 255 becomes (value − mean) ÷ scale. `points`: where the eyes, the nose tip and the corners of the mouth are
 * to lie, left and right as the viewer sees them, in pixels of the square input.
 */
export type OwnRecogniserSettings = z.output<typeof description>

/** Thrown with one line that says what is wrong with a description. */
export class OwnRecogniserError extends Error {
  override name = 'OwnRecogniserError'
}

/** Reads a description from the text of its JSON file. Throws OwnRecogniserError. */
export function parseOwnRecogniser(json: string): OwnRecogniserSettings {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    throw new OwnRecogniserError('it is not JSON')
  }
  const result = description.safeParse(value, inPlainEnglish)
  if (result.success) return result.data
  const lines = result.error.issues.map(({ path, message }) =>
    path.length ? `${path.join('.')} ${lowered(message)}` : lowered(message),
  )
  throw new OwnRecogniserError(lines.join('; '))
}

/** What of a description decides the vectors, as text: two with the same text make the same vectors of a face. */
export function vectorSettings({ size, colours, mean, scale, points }: OwnRecogniserSettings): string {
  return JSON.stringify({
    size,
    colours,
    mean,
    scale,
    points: points.map(({ x, y }) => [rounded(x), rounded(y)]),
  })
}

/** From the recogniser's square input to the picture. */
export function ownCrop(mesh: Mesh, { points }: Pick<OwnRecogniserSettings, 'points'>): Similarity {
  return invert(fitSimilarity(fivePoints(mesh), points))
}

/** Brings a crop in planes from 0..255 to what the recogniser wants, in place. */
export function normalise(
  crop: Float32Array,
  { mean, scale }: Pick<OwnRecogniserSettings, 'mean' | 'scale'>,
): void {
  const plane = crop.length / 3
  for (let channel = 0; channel < 3; channel++) {
    const from = mean[channel] ?? 0
    const by = scale[channel] ?? 1
    const end = (channel + 1) * plane
    for (let i = channel * plane; i < end; i++) crop[i] = ((crop[i] as number) - from) / by
  }
}

/** Shares and pixels of the same places differ in their last digits. */
const rounded = (pixels: number) => Number(pixels.toFixed(4))

const lowered = (message: string) => message.charAt(0).toLowerCase() + message.slice(1)

function threeOf(value: number | number[]): number[] {
  return Array.isArray(value) ? value : [value, value, value]
}

/** Points of which none lies beyond 1 are shares of the side. */
function inPixels(points: readonly (readonly [number, number])[], size: number): Point[] {
  const shares = points.every(([x, y]) => x <= 1 && y <= 1)
  const by = shares ? size : 1
  return points.map(([x, y]) => ({ x: x * by, y: y * by }))
}

function wrongPlaces(points: readonly Point[], size: number): string | null {
  if (points.some(({ x, y }) => x < 0 || y < 0 || x > size || y > size))
    return `must lie inside the input of ${size}×${size} pixels`
  const [left, right, nose, mouthLeft, mouthRight] = points
  if (!left || !right || !nose || !mouthLeft || !mouthRight) return null
  const inOrder =
    right.x - left.x >= APART &&
    mouthRight.x - mouthLeft.x >= APART &&
    Math.min(mouthLeft.y, mouthRight.y) - Math.max(left.y, right.y) >= APART &&
    nose.y > Math.min(left.y, right.y) &&
    nose.y < Math.max(mouthLeft.y, mouthRight.y)
  return inOrder
    ? null
    : 'must be, in this order: left eye, right eye, nose, left and right corner of the mouth, as the viewer sees them, y down'
}
