import 'server-only'
import { RETAIL_SIZE, retailCrop } from '../../domain/face/alignment'
import { coveredProbability } from '../../domain/face/covered'
import { measureCrop, measurePose } from '../../domain/face/measure'
import type { FaceQuality } from '../../domain/face/quality'
import { type Pyramid, resampleCrop } from '../../domain/face/resample'
import type { FoundFace } from './face-at'

const LAYOUT = { size: RETAIL_SIZE, planes: true, order: 'rgb' } as const
/** One a thread: a face is measured in one go. */
const crop = new Float32Array(RETAIL_SIZE * RETAIL_SIZE * 3)

/** Light, sharpness and pose of a face, and whether it is covered; lengths in pixels of the pyramid's picture. */
export function measureFace(pyramid: Pyramid, face: FoundFace): FaceQuality {
  resampleCrop(pyramid, retailCrop(face.mesh), LAYOUT, crop)
  return {
    score: face.score,
    ...measureCrop(crop),
    ...measurePose(face.mesh, pyramid.picture),
    covered: coveredProbability(face.features),
  }
}
