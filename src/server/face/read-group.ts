import 'server-only'
import { Pyramid } from '../../domain/face/resample'
import { decodePicture, GROUP_PIXELS, type InTurn } from './decode'
import { encodeCrop, encodeView } from './encode'
import type { FoundFace } from './face-at'
import type { GroupFace, GroupPhoto } from './face-results'
import { findGroup } from './find-group'
import { measureFace } from './measure-face'
import type { Model } from './onnx-model'

/** What reading a group needs of the worker that does it. */
export interface GroupTools {
  finder: { detector: Model; facemesh: Model }
  recognise: (pyramid: Pyramid, face: FoundFace) => Promise<Float32Array>
  inTurn?: InTurn | undefined
}

/** Below these a vector says nothing about the person: fewer pixels between the eyes, or less fine detail. */
const MIN_EYE_DISTANCE = 10
const MIN_SHARPNESS = 1

/** The fewest pixels between the eyes, in the photo as it came in, at which every face is to be found. */
export const SMALLEST_EYES = 15

/**
 * Longer side at which a group photo is worked on: as it came in, because the smallest faces have no pixel to spare.
 * Only a strip that is wider than sharp can shrink to is made smaller.
 */
export const GROUP_SIDE = 16_383

/** Every face of a group photo, largest first. Throws as decodePicture does. */
export async function readGroup(tools: GroupTools, bytes: Uint8Array): Promise<GroupPhoto> {
  const decoded = await decodePicture(bytes, {
    maxPixels: GROUP_PIXELS,
    side: GROUP_SIDE,
    inTurn: tools.inTurn,
  })
  const pyramid = new Pyramid(decoded.pixels)
  const scale = decoded.width / decoded.pixels.width
  const faces: Promise<GroupFace>[] = []
  for (const face of await findGroup(tools.finder, pyramid, SMALLEST_EYES / scale)) {
    // sharp encodes on its own thread while the models go on to the next face on this one.
    const crop = encodeCrop(pyramid, face.box)
    const quality = measureFace(pyramid, face)
    const usable = quality.eyeDistance >= MIN_EYE_DISTANCE && quality.sharpness >= MIN_SHARPNESS
    const vector = usable ? await tools.recognise(pyramid, face) : null
    const { x, y, width, height } = face.box
    const box = { x: x * scale, y: y * scale, width: width * scale, height: height * scale }
    faces.push(
      crop.then((jpeg) => ({ box, eyeDistance: quality.eyeDistance * scale, quality, vector, crop: jpeg })),
    )
  }
  const view = await encodeView(pyramid)
  return { width: decoded.width, height: decoded.height, faces: await Promise.all(faces), view }
}
