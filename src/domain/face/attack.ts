import type { Box } from './geometry'
import type { Similarity } from './similarity-transform'

/** Side of MiniFASNetV2's input, in pixels. */
export const PAD_SIZE = 80
/** How many faces wide its crop is. */
const PAD_SCALE = 2.7

/**
 * From MiniFASNetV2's crop to the picture: a square of 2.7 faces around the face, made smaller and moved where the
 * picture ends (Silent-Face-Anti-Spoofing, CropImage).
 */
export function padCrop(face: Box, width: number, height: number): Similarity {
  const side = Math.min(Math.max(face.width, face.height) * PAD_SCALE, width, height)
  const place = (centre: number, limit: number) => Math.max(0, Math.min(limit - side, centre - side / 2))
  return {
    a: side / PAD_SIZE,
    b: 0,
    tx: place(face.x + face.width / 2, width),
    ty: place(face.y + face.height / 2, height),
  }
}

/** Softmax of one class. */
export function probabilityOf(logits: ArrayLike<number>, index: number): number {
  const values = Array.from(logits)
  const top = Math.max(...values)
  const powers = values.map((v) => Math.exp(v - top))
  return (powers[index] ?? 0) / powers.reduce((a, b) => a + b, 0)
}
