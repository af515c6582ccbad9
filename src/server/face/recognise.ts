import 'server-only'
import { DLIB_SIZE, dlibCrop, mirrored, RETAIL_SIZE, retailCrop } from '../../domain/face/alignment'
import type { Mesh } from '../../domain/face/landmarks'
import { meanTemplate, unit } from '../../domain/face/matching'
import { type Pyramid, resampleCrop } from '../../domain/face/resample'
import type { RecogniserId } from '../../domain/face/thresholds'
import type { Model } from './sessions'

/** Turns the face under a mesh into a vector of unit length. */
export type Recognise = (pyramid: Pyramid, mesh: Mesh) => Promise<Float32Array>

async function vectorOf(model: Model): Promise<Float32Array> {
  const { vector } = await model.run()
  if (!vector) throw new Error('The recogniser gave no vector')
  return unit(vector)
}

const retail =
  (model: Model): Recognise =>
  (pyramid, mesh) => {
    resampleCrop(pyramid, retailCrop(mesh), { size: RETAIL_SIZE, planes: true, order: 'rgb' }, model.input)
    return vectorOf(model)
  }

/** How much around the face each of dlib's crops shows: a mean over several is steadier than any one. */
const DLIB_PADDINGS = [0.25, 0.2, 0.32]

const dlib =
  (model: Model): Recognise =>
  async (pyramid, mesh) => {
    const vectors: Float32Array[] = []
    for (const padding of DLIB_PADDINGS) {
      const layout = { size: DLIB_SIZE, planes: true, order: 'rgb' } as const
      resampleCrop(pyramid, dlibCrop(mesh, padding), layout, model.input)
      vectors.push(await vectorOf(model))
      model.input.set(mirrored(model.input as Float32Array, DLIB_SIZE))
      vectors.push(await vectorOf(model))
    }
    return meanTemplate(vectors)
  }

/** The recogniser that a model belongs to. */
export const recognisers: Record<RecogniserId, (model: Model) => Recognise> = { 'retail-0095': retail, dlib }
