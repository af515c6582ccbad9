import 'server-only'
import { PAD_SIZE, padCrop, probabilityOf } from '../../domain/face/attack'
import type { Box } from '../../domain/face/geometry'
import { type Pyramid, resampleCrop } from '../../domain/face/resample'
import type { Model } from './onnx-model'

const LAYOUT = { size: PAD_SIZE, planes: true, order: 'bgr' } as const
const LIVE_CLASS = 1

/** Probability that a face is bona fide and not a print or a screen, 0 to 1. */
export async function liveProbability(model: Model, pyramid: Pyramid, face: Box): Promise<number> {
  const { width, height } = pyramid.picture
  resampleCrop(pyramid, padCrop(face, width, height), LAYOUT, model.input)
  const { output } = await model.run()
  if (!output) throw new Error('The presentation-attack model gave no output')
  return probabilityOf(output, LIVE_CLASS)
}
