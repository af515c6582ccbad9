import 'server-only'
import { DLIB_SIZE, dlibCrop, mirror, RETAIL_SIZE, retailCrop } from '../../domain/face/alignment'
import type { Mesh } from '../../domain/face/landmarks'
import { meanTemplate } from '../../domain/face/matching'
import { normalise, type OwnRecogniserSettings, ownCrop } from '../../domain/face/own-recogniser'
import { type Pyramid, resampleCrop } from '../../domain/face/resample'
import type { Similarity } from '../../domain/face/similarity-transform'
import { type BuiltInRecogniser, recogniserModel } from '../../domain/face/thresholds'
import { type Model, openModel } from './onnx-model'
import { type OwnRecogniser, openOwnModel } from './own-recogniser'

/** One look of a recogniser at a face: where it looks, and whether in a mirror. */
interface FaceCrop {
  toPicture: (mesh: Mesh) => Similarity
  mirrored: boolean
}

/** What a recogniser wants to see. The models that come with Clockface take pixels 0..255 as RGB. */
interface CropPlan {
  size: number
  crops: readonly FaceCrop[]
  order: 'rgb' | 'bgr'
  /** What is left to do with a crop of 0..255 before the model sees it. */
  prepare?: (crop: Float32Array) => void
}

/** Slightly nearer than the model's makers: a second look errs in other places than the first. */
const RETAIL_SECOND_ZOOM = 1.05
/** How much around the face each of dlib's crops shows. */
const DLIB_PADDINGS = [0.25, 0.2, 0.32]

/**
 * Each recogniser looks more than once and the vectors are averaged, because their errors partly cancel;
 * docs/recognition.md has the figures.
 */
const plans: Record<BuiltInRecogniser, CropPlan> = {
  'retail-0095': {
    size: RETAIL_SIZE,
    order: 'rgb',
    crops: [
      { toPicture: (mesh) => retailCrop(mesh), mirrored: false },
      { toPicture: (mesh) => retailCrop(mesh, RETAIL_SECOND_ZOOM), mirrored: true },
    ],
  },
  dlib: {
    size: DLIB_SIZE,
    order: 'rgb',
    crops: DLIB_PADDINGS.flatMap((padding) =>
      [false, true].map((mirrored) => ({ toPicture: (mesh: Mesh) => dlibCrop(mesh, padding), mirrored })),
    ),
  },
}

/** A second look from nearer was measured for retail-0095 alone, so another model gets the plain mirror image. */
function ownPlan(settings: OwnRecogniserSettings): CropPlan {
  const toPicture = (mesh: Mesh) => ownCrop(mesh, settings)
  return {
    size: settings.size,
    order: settings.colours === 'RGB' ? 'rgb' : 'bgr',
    crops: [false, true].map((mirrored) => ({ toPicture, mirrored })),
    prepare: (crop) => normalise(crop, settings),
  }
}

/** A recogniser with its model loaded into this thread. */
export interface Recogniser {
  model: Model
  /** How often the model runs for one face. */
  runsPerFace: number
  /** The face under a mesh as a vector of unit length. */
  vectorOf(pyramid: Pyramid, mesh: Mesh): Promise<Float32Array>
}

/** Rejects, naming the file, where the model is missing, is another one than was chosen, or cannot be loaded. */
export async function openRecogniser(
  recogniser: BuiltInRecogniser | OwnRecogniser,
  modelsDir: string,
): Promise<Recogniser> {
  if (typeof recogniser !== 'string')
    return withPlan(await openOwnModel(recogniser), ownPlan(recogniser.settings))
  return withPlan(await openModel(recogniserModel[recogniser], modelsDir), plans[recogniser])
}

function withPlan(model: Model, { size, order, crops, prepare }: CropPlan): Recogniser {
  return {
    model,
    runsPerFace: crops.length,
    async vectorOf(pyramid, mesh) {
      const vectors: Float32Array[] = []
      for (const { toPicture, mirrored } of crops) {
        resampleCrop(pyramid, toPicture(mesh), { size, planes: true, order }, model.input)
        if (mirrored) mirror(model.input, size)
        if (prepare && model.input instanceof Float32Array) prepare(model.input)
        const [vector] = Object.values(await model.run())
        if (!vector) throw new Error('The recogniser gave no vector')
        vectors.push(vector)
      }
      return meanTemplate(vectors)
    },
  }
}
