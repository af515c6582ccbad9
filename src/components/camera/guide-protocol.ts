import type { FaceObservation } from '@/domain/face/observation'

/** What the page asks of the worker. The worker answers each frame with one observation, in order. */
export type GuideRequest =
  /** `modelsUrl` is the folder of the models on our own origin. */
  { type: 'load'; modelsUrl: string } | { type: 'look'; frame: ImageBitmap; at: number }

export type GuideAnswer =
  | { type: 'ready'; backend: string; milliseconds: number }
  | { type: 'unavailable'; reason: string }
  /** Null when this one frame could not be read. */
  | { type: 'seen'; observation: FaceObservation | null; milliseconds: number }
