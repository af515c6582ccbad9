import 'server-only'
import { type Detection, sameFace } from '../../domain/face/detections'
import type { Pyramid } from '../../domain/face/resample'
import { cutByTile, tilePyramid } from '../../domain/face/tiles'
import { lookAt } from './detect'
import { bySize, type FoundFace, faceAt } from './find'
import type { Model } from './onnx-model'

/** Score from which a detection in a tile is looked at. */
const MIN_SCORE = 0.5

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

/**
 * Every face of a group, largest first, down to `smallestEyes` pixels between the eyes. Tiles overlap, so a face is found
 * several times: the landmark model looks at the best finding, and at the next only where it sees no face in that, so
 * that a poor box does not hide a good one. As in every second look both models must agree where the eyes are.
 */
export async function findGroup(
  models: { detector: Model; facemesh: Model },
  pyramid: Pyramid,
  smallestEyes: number,
): Promise<FoundFace[]> {
  const faces: { face: FoundFace; detected: Detection }[] = []
  for (const candidate of await candidates(models.detector, pyramid, smallestEyes)) {
    const known = faces.some(
      ({ face, detected }) => sameFace(detected.box, candidate.box) || sameFace(face.box, candidate.box),
    )
    if (known) continue
    const face = await faceAt(models.facemesh, pyramid, candidate, true)
    if (face && !faces.some((other) => sameFace(other.face.box, face.box))) {
      faces.push({ face, detected: candidate })
    }
  }
  return faces.map(({ face }) => face).sort(bySize)
}
