import 'server-only'
import { coveredProbability } from '../../domain/face/covered'
import { sharedArea } from '../../domain/face/detections'
import { qualityLimits } from '../../domain/face/quality'
import type { Pyramid } from '../../domain/face/resample'
import { lookAt } from './detect'
import { type Finder, type FoundFace, facesAt } from './face-at'

/** Score from which the closer look's detection is believed. */
const MIN_SCORE = 0.5
/** Side of the square of the closer look, in faces. */
const AROUND = 2.5
/** A face smaller than this share of the picture's longer side is only some 25 pixels of what the detector saw. */
const SMALL = 0.1

/**
 * The face again, or what is seen in its place from near, where it is small and seems to be covered: of a small face the
 * detector's box is so rough that the landmark model's square may lie askew, or between two neighbours, and half a face
 * looks like one with something over the mouth.
 */
export async function closerWhereCovered(
  { detector, facemesh }: Finder,
  pyramid: Pyramid,
  face: FoundFace,
): Promise<FoundFace> {
  const { box } = face
  const { width, height } = pyramid.picture
  const side = Math.max(box.width, box.height)
  if (side > SMALL * Math.max(width, height)) return face
  if (coveredProbability(face.features) <= qualityLimits.covered) return face
  const square = AROUND * side
  const look = {
    x: box.x + (box.width - square) / 2,
    y: box.y + (box.height - square) / 2,
    side: square,
  }
  const seen = await facesAt(facemesh, pyramid, await lookAt(detector, pyramid, look, MIN_SCORE), true)
  const here = (one: FoundFace) => sharedArea(one.box, box)
  const best = seen.reduce<FoundFace | null>((a, b) => (a && here(a) >= here(b) ? a : b), null)
  return best && here(best) > 0 ? best : face
}
