import 'server-only'
import { AppError } from '../../domain/errors'
import type { Box, Point } from '../../domain/face/geometry'
import type { FaceProblem, FaceQuality } from '../../domain/face/quality'
import type { RecogniserId } from '../../domain/face/thresholds'

export type { RecogniserId }

/** One usable selfie: everything the app needs from it, the picture itself re-encoded without metadata. */
export interface Selfie {
  /** Unit length: 256 numbers from retail-0095, 128 from dlib. */
  vector: Float32Array
  recogniser: RecogniserId
  quality: FaceQuality
  /** Probability (0 to 1) that the face is bona fide; null without a PAD model. */
  live: number | null
  /** Upright JPEG without metadata, longer side at most 1024 pixels. */
  photo: Buffer
  /** JPEG of about 256 by 256 pixels around the face. */
  snapshot: Buffer
}

export type SelfieResult =
  | { ok: true; selfie: Selfie }
  | {
      ok: false
      problem: FaceProblem
      /** Small JPEG of what was seen, null when there was nothing worth keeping. */
      snapshot: Buffer | null
    }

/** One face of a picture, in pixels of the upright picture. */
export interface SeenFace {
  box: Box
  /** Eyes, nose tip, mouth corners; left and right as the viewer sees them. */
  landmarks5: Point[]
  quality: FaceQuality
  live: number | null
  /** What the gate would say to this face alone. */
  problem: FaceProblem | null
}

/** What a picture shows: its upright size and every face, largest first. */
export interface Inspection {
  width: number
  height: number
  faces: SeenFace[]
}

export interface FaceEngine {
  readonly recogniser: RecogniserId
  /** Whether presentation-attack detection is there. */
  readonly pad: boolean
  /**
   * Reads one selfie. Throws AppError `picture.unreadable`, `picture.too_many_pixels`, `face.busy`, `face.failed`.
   */
  readSelfie(picture: Uint8Array): Promise<SelfieResult>
  /** Every face of a picture. Throws as readSelfie does. */
  inspect(picture: Uint8Array): Promise<Inspection>
  /** Ends the workers; jobs still waiting fail with `face.failed`. */
  close(): Promise<void>
}

export interface FaceEngineOptions {
  /** The recogniser to use; by default retail-0095 where its model is there, else dlib. */
  recogniser?: RecogniserId
  /** Worker threads; by default FACE_WORKERS, else one a core. */
  workers?: number
  /** Pictures that may wait; one more is refused with `face.busy`. */
  queueLimit?: number
  /** Folder of the converted models. */
  modelsDir?: string
}

/** Starts an engine of its own, for tests, the command line and benchmarks. */
export async function createFaceEngine(_options: FaceEngineOptions = {}): Promise<FaceEngine> {
  throw new AppError('face.failed')
}

const shared = globalThis as typeof globalThis & { clockfaceEngine?: Promise<FaceEngine> }

/** The engine of this process, started on first use. Kept on globalThis so that Next's copies of this module share it. */
export function faceEngine(): Promise<FaceEngine> {
  shared.clockfaceEngine ??= createFaceEngine()
  return shared.clockfaceEngine
}
