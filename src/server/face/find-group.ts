import 'server-only'
import { type Detection, sameFace } from '../../domain/face/detections'
import { fivePoints } from '../../domain/face/landmarks'
import type { Pyramid } from '../../domain/face/resample'
import { cutByTile, tilePyramid } from '../../domain/face/tiles'
import { lookAt } from './detect'
import { bySize, type FoundFace, faceAt } from './find'
import type { Model } from './onnx-model'

/** Score from which a detection in a tile is looked at. */
const MIN_SCORE = 0.5
/** What the landmark model says to nearly every face, however small, in all its looks at it. */
const SURE_FACE = 0.98
/** Below this it is no face: of 1,000 faces of LFW pasted over cloth the worst has .90, of what is none the best .87. */
const POOR_FACE = 0.88
/** Profiles change with the view as well: from this score on the detector's word is enough. What is no face and looks like one has .67. */
const SURE_DETECTION = 0.7
/** How much larger than the face the squares of the further looks are. A ghost fades as the view changes. */
const FURTHER_LOOKS = [1, 1.25]

interface Candidate extends Detection {
  cut: boolean
}

/** What all tiles show, the best first: whole before cut, then by score. */
async function candidates(detector: Model, pyramid: Pyramid, smallestEyes: number): Promise<Candidate[]> {
  const { picture } = pyramid
  const all: Candidate[] = []
  for (const tile of tilePyramid(picture.width, picture.height, smallestEyes)) {
    for (const found of await lookAt(detector, pyramid, tile, MIN_SCORE)) {
      all.push({ ...found, cut: cutByTile(found.box, tile, picture) })
    }
  }
  return all.sort((a, b) => Number(a.cut) - Number(b.cut) || b.score - a.score)
}

/** The lowest face score of several looks at a face; 0 where the looks disagree about the eyes. */
async function worstLook(
  facemesh: Model,
  pyramid: Pyramid,
  { mesh, box, score }: FoundFace,
): Promise<number> {
  const [left, right] = fivePoints(mesh)
  let worst = score
  for (const larger of FURTHER_LOOKS) {
    const width = box.width * larger
    const height = box.height * larger
    const around = { x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2, width, height }
    const again = await faceAt(facemesh, pyramid, { box: around, eyes: [left, right] }, true)
    if (!again) return 0
    worst = Math.min(worst, again.score)
  }
  return worst
}

/**
 * Every face of a group, largest first, down to `smallestEyes` pixels between the eyes. Tiles overlap, so a face is found
 * several times: the landmark model looks at the best finding, and at the next only where it sees no face in that, so
 * that a poor box does not hide a good one. Many looks also see ghosts: both models must agree where the eyes
 * are, and the landmark model must see the face in wider squares too; who does so less than surely gives way to
 * a sure face in the same place.
 */
export async function findGroup(
  { detector, facemesh }: { detector: Model; facemesh: Model },
  pyramid: Pyramid,
  smallestEyes: number,
): Promise<FoundFace[]> {
  const found: FoundFace[] = []
  const places: Pick<Detection, 'box'>[] = []
  const taken = (one: Pick<Detection, 'box'>) => places.some(({ box }) => sameFace(box, one.box))
  const unsure: FoundFace[] = []
  for (const candidate of await candidates(detector, pyramid, smallestEyes)) {
    if (taken(candidate)) continue
    const face = await faceAt(facemesh, pyramid, candidate, true)
    if (!face || face.score < POOR_FACE || taken(face)) continue
    const worst = await worstLook(facemesh, pyramid, face)
    if (worst >= SURE_FACE) {
      found.push(face)
      places.push(candidate, face)
    } else if (worst >= POOR_FACE || candidate.score >= SURE_DETECTION) unsure.push(face)
  }
  for (const face of unsure.sort((a, b) => b.score - a.score)) {
    if (taken(face)) continue
    found.push(face)
    places.push(face)
  }
  return found.sort(bySize)
}
