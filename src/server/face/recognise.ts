import 'server-only'
import { DLIB_SIZE, dlibCrop, mirror, RETAIL_SIZE, retailCrop } from '../../domain/face/alignment'
import type { Mesh } from '../../domain/face/landmarks'
import { meanTemplate } from '../../domain/face/matching'
import { type Pyramid, resampleCrop } from '../../domain/face/resample'
import type { Similarity } from '../../domain/face/similarity-transform'
import type { RecogniserId } from '../../domain/face/thresholds'
import type { Model } from './onnx-model'

/** One look of a recogniser at a face: where it looks, and whether in a mirror. */
interface FaceCrop {
  toPicture: (mesh: Mesh) => Similarity
  mirrored: boolean
}

interface CropPlan {
  size: number
  crops: readonly FaceCrop[]
}

/** Slightly nearer than the model's makers: a second look errs in other places than the first. */
const RETAIL_SECOND_ZOOM = 1.05
/** How much around the face each of dlib's crops shows. */
const DLIB_PADDINGS = [0.25, 0.2, 0.32]

/**
 * Each recogniser looks more than once and the vectors are averaged, because their errors partly cancel;
 * docs/recognition.md has the figures.
 */
const plans: Record<RecogniserId, CropPlan> = {
  'retail-0095': {
    size: RETAIL_SIZE,
    crops: [
      { toPicture: (mesh) => retailCrop(mesh), mirrored: false },
      { toPicture: (mesh) => retailCrop(mesh, RETAIL_SECOND_ZOOM), mirrored: true },
    ],
  },
  dlib: {
    size: DLIB_SIZE,
    crops: DLIB_PADDINGS.flatMap((padding) =>
      [false, true].map((mirrored) => ({ toPicture: (mesh: Mesh) => dlibCrop(mesh, padding), mirrored })),
    ),
  },
}

/** How often a recogniser's model runs for one face. */
export const runsPerFace: Record<RecogniserId, number> = {
  'retail-0095': plans['retail-0095'].crops.length,
  dlib: plans.dlib.crops.length,
}

/** The face under a mesh as a vector of unit length. `model` is the one that belongs to the recogniser. */
export async function recogniseFace(
  recogniser: RecogniserId,
  model: Model,
  pyramid: Pyramid,
  mesh: Mesh,
): Promise<Float32Array> {
  const { size, crops } = plans[recogniser]
  const vectors: Float32Array[] = []
  for (const { toPicture, mirrored } of crops) {
    resampleCrop(pyramid, toPicture(mesh), { size, planes: true, order: 'rgb' }, model.input)
    if (mirrored) mirror(model.input, size)
    const { vector } = await model.run()
    if (!vector) throw new Error('The recogniser gave no vector')
    vectors.push(vector)
  }
  return meanTemplate(vectors)
}
