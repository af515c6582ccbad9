import 'server-only'
import { type FaceProblem, faceProblem } from '../../domain/face/quality'
import { Pyramid } from '../../domain/face/resample'
import { decodePicture } from './decode'
import { detectFaces } from './detect'
import { encodeSnapshot } from './encode'
import { type Finder, type FoundFace, facesAt } from './face-at'
import type { DoorFace, DoorLook } from './face-results'
import { bySize, onePerPerson } from './find'
import { measureFace } from './measure-face'

/** What reading a door needs of the worker that does it. */
export interface DoorTools {
  finder: Finder
  recognise: (pyramid: Pyramid, face: FoundFace) => Promise<Float32Array>
  live: (pyramid: Pyramid, face: FoundFace) => Promise<number | null>
}

/** Frames come several a second, and from our own page: at most 960 pixels on the longer side. */
const DOOR_PIXELS = 1_500_000
const DOOR_SIDE = 960

/** So many people of one frame are read, the nearest ones; whoever is behind them comes nearer soon. */
export const MOST_AT_DOOR = 6

/** Whoever is too small is still on their way: nothing is said of them. */
const TOO_FAR: FaceProblem = 'face.too_small'

/** The faces that one look at the whole picture shows, largest first: the next frame is a better second look. */
async function facesAtOnce({ detector, facemesh }: Finder, pyramid: Pyramid): Promise<FoundFace[]> {
  for await (const { candidates } of detectFaces(detector, pyramid))
    return onePerPerson(await facesAt(facemesh, pyramid, candidates, false)).sort(bySize)
  return []
}

/**
 * Everybody who is near enough in one frame of a door, at most 6, largest first, with what the frame says of each.
 * Boxes are in pixels of the upright picture as it came in. Throws as decodePicture does.
 */
export async function readDoor(tools: DoorTools, bytes: Uint8Array): Promise<DoorLook> {
  const { pixels, width, height } = await decodePicture(bytes, {
    maxPixels: DOOR_PIXELS,
    side: DOOR_SIDE,
    withoutHeic: true,
  })
  const pyramid = new Pyramid(pixels)
  const scale = width / pixels.width
  const near = (await facesAtOnce(tools.finder, pyramid))
    .map((face) => ({ face, problem: faceProblem(measureFace(pyramid, face)) }))
    .filter(({ problem }) => problem !== TOO_FAR)
    .slice(0, MOST_AT_DOOR)
  const faces: Promise<DoorFace>[] = []
  for (const { face, problem } of near) {
    const { x, y, width: wide, height: high } = face.box
    const box = { x: x * scale, y: y * scale, width: wide * scale, height: high * scale }
    if (problem) {
      faces.push(Promise.resolve({ box, problem }))
      continue
    }
    // sharp encodes on its own thread while the models go on to the next face on this one.
    const snapshot = encodeSnapshot(pixels, face.box)
    const vector = await tools.recognise(pyramid, face)
    const live = await tools.live(pyramid, face)
    faces.push(snapshot.then((jpeg) => ({ box, problem: null, vector, live, snapshot: jpeg })))
  }
  return { width, height, faces: await Promise.all(faces) }
}
