import type { Box, Point } from './geometry'
import { type FaceQuality, qualityLimits, severalFaces } from './quality'

/** What the browser saw of one face on one frame. Lengths are pixels of that frame, unmirrored. */
export interface ObservedFace {
  /** Around the face from forehead to chin. */
  box: Box
  /** Centres of the eyes, left and right as the viewer of the unmirrored frame sees them. */
  eyes: [Point, Point]
  /** Mean luminance of the box, 0 to 255. */
  light: number
  /** The same measures that the server's gate takes. */
  quality: FaceQuality
}

/** One frame as the browser saw it. The server measures again: nothing here is trusted. */
export interface FaceObservation {
  /** Milliseconds on any steady clock. */
  at: number
  width: number
  height: number
  /** Mean luminance (0 to 255) of all that is not the largest face. */
  light: number
  /** Largest first. */
  faces: ObservedFace[]
}

/** What a person can be told; `perfect` is that nothing is left to change. */
export const instructions = [
  'starting',
  'no_face',
  'only_you',
  'come_closer',
  'move_back',
  'move_to_middle',
  'more_light',
  'less_light',
  'less_light_behind',
  'look_straight',
  'turn_left',
  'turn_right',
  'turn_less',
  'hold_head_level',
  'hold_still',
  'perfect',
] as const

export type Instruction = (typeof instructions)[number]

/** A small turn of the head that makes another picture than those before it. */
export interface Turn {
  /** The person's own side, which is the same in the mirror that they see. */
  to: 'left' | 'right'
  /** The yaw of each picture before. */
  from: readonly number[]
}

/** The oval that a face should fill: centre and radii, in pixels of the frame. */
export interface Oval {
  x: number
  y: number
  rx: number
  ry: number
}

/**
 * Where the face should be in a frame of this size. It leaves room around the face, because presentation-attack
 * detection needs to see where a photo or a screen would end.
 */
export function guideOval(width: number, height: number): Oval {
  const ry = 0.32 * Math.min(width, height)
  return { x: width / 2, y: height * 0.46, rx: ry * 0.78, ry }
}

/**
 * Within these a face is good: well inside the server's gate, so that what is taken passes it. The second number is the
 * band by which a limit gives way once words are on screen.
 */
export const guidanceLimits = {
  /** Height of the face against the oval's. */
  smallest: [0.62, 0.04],
  largest: [1.08, 0.05],
  /** Distance of the face's middle from the oval's, in radii of the oval. */
  offCentre: [0.4, 0.06],
  yaw: [qualityLimits.yaw * 0.68, 0.06],
  pitchUp: [qualityLimits.pitchUp * 0.75, 0.06],
  pitchDown: [qualityLimits.pitchDown * 0.75, 0.06],
  roll: [qualityLimits.roll * 0.5, 3],
  highlight: [qualityLimits.highlight + 15, 6],
  shadow: [qualityLimits.shadow - 15, 6],
  sharpness: [qualityLimits.sharpness * 2, qualityLimits.sharpness * 0.5],
  /** How much brighter than the face the rest may be when the face is dim. */
  behind: [70, 10],
  /** Yaw between two pictures: half of a challenge's turn, some 10 degrees. */
  turned: [0.15, 0.03],
  /** Widths of the face moved in a second. */
  motion: [0.6, 0.1],
} as const satisfies Record<string, readonly [limit: number, band: number]>

type Limit = keyof typeof guidanceLimits

/** A face whose mean luminance is above this needs no advice about the light behind. */
const DIM = 95
/** After a longer gap between frames (a hidden tab) nothing that was seen before counts; in milliseconds. */
export const LONGEST_GAP = 4000
/** Below this a frame without a face is dark rather than empty. */
const DARK_FRAME = 30

/**
 * The one thing to change first, or `perfect`. `shown` are the words on screen now: what was good stays good a little
 * beyond a limit, and what was asked for must be done a little more than just, so that words do not flicker. Of a turn only
 * the extent counts: whoever turns the other way has made another picture too.
 */
export function judge(
  seen: FaceObservation,
  before: FaceObservation | null,
  shown: Instruction,
  turn: Turn | null = null,
): Instruction {
  const [face] = seen.faces
  if (!face) return seen.light < DARK_FRAME ? 'more_light' : 'no_face'
  if (severalFaces(seen.faces)) return 'only_you'
  const { quality } = face

  const slack = (cause: Instruction) => (shown === 'perfect' ? 1 : shown === cause ? -1 : 0)
  const above = (value: number, limit: Limit, cause: Instruction) =>
    value > guidanceLimits[limit][0] + slack(cause) * guidanceLimits[limit][1]
  const below = (value: number, limit: Limit, cause: Instruction) =>
    value < guidanceLimits[limit][0] - slack(cause) * guidanceLimits[limit][1]

  const oval = guideOval(seen.width, seen.height)
  const size = face.box.height / (2 * oval.ry)
  const middle = centre(face)
  const offCentre = Math.hypot((middle.x - oval.x) / oval.rx, (middle.y - oval.y) / oval.ry)

  if (below(size, 'smallest', 'come_closer')) return 'come_closer'
  if (above(size, 'largest', 'move_back')) return 'move_back'
  if (above(offCentre, 'offCentre', 'move_to_middle') || quality.inside < 1) return 'move_to_middle'
  if (face.light < DIM && above(seen.light - face.light, 'behind', 'less_light_behind'))
    return 'less_light_behind'
  if (below(quality.highlight, 'highlight', 'more_light')) return 'more_light'
  if (above(quality.shadow, 'shadow', 'less_light')) return 'less_light'
  const straight = turn ? 'turn_less' : 'look_straight'
  if (above(Math.abs(quality.yaw), 'yaw', straight)) return straight
  if (below(quality.pitch, 'pitchUp', 'look_straight') || above(quality.pitch, 'pitchDown', 'look_straight'))
    return 'look_straight'
  if (above(Math.abs(quality.roll), 'roll', 'hold_head_level')) return 'hold_head_level'
  const asked = turn && (`turn_${turn.to}` as const)
  if (asked && turn.from.some((yaw) => below(Math.abs(quality.yaw - yaw), 'turned', asked))) return asked
  if (above(motion(seen, before), 'motion', 'hold_still')) return 'hold_still'
  if (below(quality.sharpness, 'sharpness', 'hold_still')) return 'hold_still'
  return 'perfect'
}

function centre({ box }: ObservedFace): Point {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** Widths of the face that its eyes moved in a second since the frame before; 0 when there is none to compare. */
function motion(seen: FaceObservation, before: FaceObservation | null): number {
  const [now] = seen.faces
  const then = before?.faces[0]
  if (!now || !then || !before || before.width !== seen.width || before.height !== seen.height) return 0
  const seconds = (seen.at - before.at) / 1000
  if (seconds <= 0 || seconds > LONGEST_GAP / 1000) return 0
  const moved = (i: 0 | 1) => Math.hypot(now.eyes[i].x - then.eyes[i].x, now.eyes[i].y - then.eyes[i].y)
  return (moved(0) + moved(1)) / 2 / seconds / now.box.width
}
