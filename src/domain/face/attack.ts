import type { Box } from './geometry'
import type { Similarity } from './similarity-transform'
import { PAD_THRESHOLD } from './thresholds'

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

/** From so much room on, one picture alone is believed to be an attack. */
const PAD_ROOM = 1.6

/** The shorter side of a picture, in longer sides of the face in it. */
export function roomAround(face: Box, { width, height }: { width: number; height: number }): number {
  return Math.min(width, height) / Math.max(face.width, face.height)
}

/**
 * Whether one picture alone shows a presentation attack, null without a PAD model being none. Cut close to the face, as
 * pictures for papers are, the model takes nearly everybody for one, because it looks for the edge of a print or screen.
 */
export function isAttack({ live, room }: { live: number | null; room: number }): boolean {
  return live !== null && live < PAD_THRESHOLD && room >= PAD_ROOM
}

/** Softmax of one class. */
export function probabilityOf(logits: ArrayLike<number>, index: number): number {
  const values = Array.from(logits)
  const top = Math.max(...values)
  const powers = values.map((v) => Math.exp(v - top))
  return (powers[index] ?? 0) / powers.reduce((a, b) => a + b, 0)
}

/** A probability is held within these before it becomes log-odds: beyond, the model only rounds. */
const SUREST = 0.999

function logOdds(probability: number): number {
  const p = Math.min(SUREST, Math.max(1 - SUREST, probability))
  return Math.log(p / (1 - p))
}

/**
 * Whether the frames of one burst show somebody who is there: more than half of them pass by themselves, and so does
 * the mean of their log-odds. One unlucky frame of a live face does not refuse the others, while a frame that is surely
 * a screen weighs more than one that is just bona fide. docs/liveness.md has the figures.
 * @param live probability (0 to 1) of each usable frame that it is bona fide; at least one.
 */
export function burstIsLive(live: readonly number[]): boolean {
  const passed = live.filter((probability) => probability >= PAD_THRESHOLD).length
  const mean = live.reduce((sum, probability) => sum + logOdds(probability), 0) / live.length
  return passed * 2 > live.length && mean >= logOdds(PAD_THRESHOLD)
}
