import 'server-only'
import { roomAround } from '../../domain/face/attack'
import { movingFaceProblem } from '../../domain/face/challenge-gate'
import type { Box, Point } from '../../domain/face/geometry'
import { fivePoints } from '../../domain/face/landmarks'
import { mostCentral } from '../../domain/face/main-face'
import { type FaceProblem, faceProblem, severalFaces } from '../../domain/face/quality'
import { Pyramid } from '../../domain/face/resample'
import { type ChosenRecogniser, idOf } from './choose-recogniser'
import { type Decoded, decodePicture, INSPECT_PIXELS, type InTurn, SELFIE_PIXELS } from './decode'
import { encodePhoto, encodeSnapshot } from './encode'
import type { FoundFace } from './face-at'
import type {
  ChallengeLook,
  DoorLook,
  FaceDescription,
  GroupPhoto,
  Inspection,
  SeenFace,
  Selfie,
  SelfieResult,
} from './face-results'
import { findFaces } from './find'
import { measureFace } from './measure-face'
import { openModel } from './onnx-model'
import { liveProbability } from './presentation-attack'
import { readDoor } from './read-door'
import { readGroup } from './read-group'
import { openRecogniser } from './recognise'
import { inTurn, type Turn } from './turn'

/** Longer side at which a selfie is worked on and kept. */
const SELFIE_SIDE = 1024
/** Frames of a challenge come many at a time, and from our own page: 640 pixels on the longer side. */
const CHALLENGE_PIXELS = 1_500_000
/** Longer side at which a picture of several people is worked on. */
const INSPECT_SIDE = 2048

/** What a worker does, one picture at a time. */
export interface Pipeline {
  readSelfie(bytes: Uint8Array): Promise<SelfieResult>
  readChallenge(bytes: Uint8Array): Promise<ChallengeLook>
  inspect(bytes: Uint8Array): Promise<Inspection>
  describe(bytes: Uint8Array): Promise<FaceDescription | null>
  readGroup(bytes: Uint8Array): Promise<GroupPhoto>
  readDoor(bytes: Uint8Array): Promise<DoorLook>
}

/** Loads the models into this thread. Rejects where one is missing or has the wrong hash. */
export async function createPipeline(setup: {
  modelsDir: string
  recogniser: ChosenRecogniser
  pad: boolean
  /** How the workers of one engine take turns at decoding costly pictures. */
  turn?: Turn
}): Promise<Pipeline> {
  const { modelsDir, turn } = setup
  const recogniser = idOf(setup.recogniser)
  const takeTurn: InTurn | undefined = turn && ((work) => inTurn(turn, work))
  const finder = {
    detector: await openModel('blazeface', modelsDir),
    facemesh: await openModel('facemesh', modelsDir),
  }
  const { vectorOf } = await openRecogniser(setup.recogniser, modelsDir)
  const padModel = setup.pad ? await openModel('minifasnet-v2', modelsDir) : null

  async function look(bytes: Uint8Array, maxPixels: number, side: number, withoutHeic = false) {
    const decoded = await decodePicture(bytes, { maxPixels, side, inTurn: takeTurn, withoutHeic })
    const pyramid = new Pyramid(decoded.pixels)
    return { decoded, pyramid, faces: await findFaces(finder, pyramid) }
  }

  const recognise = (pyramid: Pyramid, face: FoundFace) => vectorOf(pyramid, face.mesh)

  const live = (pyramid: Pyramid, face: FoundFace) =>
    padModel ? liveProbability(padModel, pyramid, face.box) : Promise.resolve(null)

  async function refuse(decoded: Decoded, problem: FaceProblem, box: Box | null) {
    return { ok: false as const, problem, snapshot: await encodeSnapshot(decoded.pixels, box) }
  }

  return {
    async readSelfie(bytes) {
      const { decoded, pyramid, faces } = await look(bytes, SELFIE_PIXELS, SELFIE_SIDE)
      const [face] = faces
      if (!face) return refuse(decoded, 'face.none', null)
      if (severalFaces(faces)) return refuse(decoded, 'face.several', null)
      const quality = measureFace(pyramid, face)
      const problem = faceProblem(quality)
      if (problem) return refuse(decoded, problem, face.box)
      // sharp encodes on its own thread while the models run on this one.
      const encoding = Promise.all([encodePhoto(decoded.pixels), encodeSnapshot(decoded.pixels, face.box)])
      const [vector, probability, [photo, snapshot]] = await Promise.all([
        recognise(pyramid, face),
        live(pyramid, face),
        encoding,
      ])
      const room = roomAround(face.box, decoded.pixels)
      const selfie: Selfie = { vector, recogniser, quality, live: probability, room, photo, snapshot }
      return { ok: true, selfie }
    },

    async readChallenge(bytes) {
      const { decoded, pyramid, faces } = await look(bytes, CHALLENGE_PIXELS, SELFIE_SIDE, true)
      const [face] = faces
      if (!face) return refuse(decoded, 'face.none', null)
      if (severalFaces(faces)) return refuse(decoded, 'face.several', null)
      const quality = measureFace(pyramid, face)
      const problem = movingFaceProblem(quality)
      if (problem) return refuse(decoded, problem, face.box)
      const [vector, probability, snapshot] = await Promise.all([
        recognise(pyramid, face),
        live(pyramid, face),
        encodeSnapshot(decoded.pixels, face.box),
      ])
      return { ok: true, vector, quality, live: probability, snapshot }
    },

    async inspect(bytes) {
      const { decoded, pyramid, faces } = await look(bytes, INSPECT_PIXELS, INSPECT_SIDE)
      const scale = decoded.width / decoded.pixels.width
      const grow = (p: Point): Point => ({ x: p.x * scale, y: p.y * scale })
      const seen: SeenFace[] = []
      for (const face of faces) {
        const quality = measureFace(pyramid, face)
        const { x, y, width, height } = face.box
        seen.push({
          box: { x: x * scale, y: y * scale, width: width * scale, height: height * scale },
          landmarks5: fivePoints(face.mesh).map(grow),
          quality,
          live: await live(pyramid, face),
          problem: faceProblem(quality),
        })
      }
      return { width: decoded.width, height: decoded.height, faces: seen }
    },

    async describe(bytes) {
      const { decoded, pyramid, faces } = await look(bytes, SELFIE_PIXELS, SELFIE_SIDE)
      const face = mostCentral(faces, decoded.pixels)
      if (!face) return null
      return { vector: await recognise(pyramid, face), quality: measureFace(pyramid, face) }
    },

    readGroup: (bytes) => readGroup({ finder, recognise, inTurn: takeTurn }, bytes),
    readDoor: (bytes) => readDoor({ finder, recognise, live }, bytes),
  }
}
