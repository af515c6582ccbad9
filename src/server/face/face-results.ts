import 'server-only'
import type { Box, Point } from '../../domain/face/geometry'
import type { FaceProblem, FaceQuality } from '../../domain/face/quality'
import type { RecogniserId } from '../../domain/face/thresholds'

/** One usable selfie: everything the app needs from it, the picture itself re-encoded without metadata. */
export interface Selfie {
  /** Unit length: 256 numbers from retail-0095, 128 from dlib. */
  vector: Float32Array
  recogniser: RecogniserId
  quality: FaceQuality
  /** Probability (0 to 1) that the face is bona fide; null without a PAD model. */
  live: number | null
  /** The shorter side of the picture in faces: with little room around the face `live` says little. */
  room: number
  /** Upright JPEG without metadata, longer side at most 1024 pixels. */
  photo: Buffer
  /** JPEG of at most 256 by 256 pixels around the face. */
  snapshot: Buffer
}

export type SelfieResult =
  | { ok: true; selfie: Selfie }
  | {
      ok: false
      problem: FaceProblem
      /** Small JPEG of what was seen: the face where there was one, else the whole picture. */
      snapshot: Buffer | null
    }

/** One frame of a challenge: the one face in it, turned or not. */
export type ChallengeLook =
  | {
      ok: true
      /** Unit length. */
      vector: Float32Array
      quality: FaceQuality
      /** Probability (0 to 1) that the face is bona fide; null without a PAD model. Says little of a turned face. */
      live: number | null
      /** JPEG of at most 256 by 256 pixels around the face. */
      snapshot: Buffer
    }
  | { ok: false; problem: FaceProblem; snapshot: Buffer | null }

/** One face of a picture, in pixels of the upright picture. */
export interface SeenFace {
  box: Box
  /** Eyes, nose tip, mouth corners; left and right as the viewer sees them. */
  landmarks5: Point[]
  quality: FaceQuality
  /** Probability (0 to 1) that the face is bona fide; null without a PAD model. */
  live: number | null
  /** What the gate would say if this were the only face. */
  problem: FaceProblem | null
}

/** What a picture shows: its upright size and every face, largest first. */
export interface Inspection {
  width: number
  height: number
  faces: SeenFace[]
}

/** The largest central face of a picture, described without asking whether it is good enough. */
export interface FaceDescription {
  /** Unit length. */
  vector: Float32Array
  quality: FaceQuality
}

/** One face of a group photo; lengths in pixels of the upright picture as it came in. */
export interface GroupFace {
  /** Around the landmarks, from forehead to chin. */
  box: Box
  /** Distance between the centres of the eyes. */
  eyeDistance: number
  /** As measured at the size that the photo is worked on; nothing in a group is refused for it. */
  quality: FaceQuality
  /** Unit length; null where the face is too small or too blurred to be recognised. */
  vector: Float32Array | null
  /** Square JPEG around the face, 192 pixels wide, without metadata. */
  crop: Buffer
}

/** What a group photo shows: its upright size and every face, largest first. */
export interface GroupPhoto {
  width: number
  height: number
  faces: GroupFace[]
  /** JPEG of the whole photo to look at, longer side at most 1600 pixels, without metadata. */
  view: Buffer
}

/** One face of a frame of a door, in pixels of the upright frame. */
export type DoorFace =
  | { box: Box; problem: FaceProblem }
  | {
      box: Box
      problem: null
      /** Unit length. */
      vector: Float32Array
      /** Probability (0 to 1) that the face is bona fide; null without a PAD model. */
      live: number | null
      /** JPEG of at most 256 by 256 pixels around the face. */
      snapshot: Buffer
    }

/** What a frame of a door shows: its upright size and everybody who is near enough, largest first. */
export interface DoorLook {
  width: number
  height: number
  faces: DoorFace[]
}

const buffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** The photo with its view and crops as buffers, which arrive from another thread as plain byte arrays. */
export function withCropBuffers(photo: GroupPhoto): GroupPhoto {
  const faces = photo.faces.map((face) => ({ ...face, crop: buffer(face.crop) }))
  return { ...photo, faces, view: buffer(photo.view) }
}

/** The look with its snapshots as buffers, which arrive from another thread as plain byte arrays. */
export function withDoorBuffers(look: DoorLook): DoorLook {
  const faces = look.faces.map((face) =>
    face.problem === null ? { ...face, snapshot: buffer(face.snapshot) } : face,
  )
  return { ...look, faces }
}

/** The look with its snapshot as a buffer, which arrives from another thread as a plain byte array. */
export function withSnapshotBuffer(look: ChallengeLook): ChallengeLook {
  if (!look.ok) return { ...look, snapshot: look.snapshot && buffer(look.snapshot) }
  return { ...look, snapshot: buffer(look.snapshot) }
}

/** The result with its pictures as buffers, which arrive from another thread as plain byte arrays. */
export function withBuffers(result: SelfieResult): SelfieResult {
  if (!result.ok) return { ...result, snapshot: result.snapshot && buffer(result.snapshot) }
  const selfie: Selfie = {
    ...result.selfie,
    photo: buffer(result.selfie.photo),
    snapshot: buffer(result.selfie.snapshot),
  }
  return { ok: true, selfie }
}
