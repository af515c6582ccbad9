import type { Box, Point } from './geometry'

/** Side of BlazeFace's square input, in pixels. */
export const DETECTOR_SIZE = 256

/** One raw face of the detector, in pixels of its input. */
export interface Detection {
  /** 0 to 1. */
  score: number
  box: Box
  /** The eye on the left of the picture first, when the head is upright. */
  eyes: [Point, Point]
}

/** One of the detector's two output scales. */
export interface DetectorScale {
  /** One logit an anchor. */
  scores: ArrayLike<number>
  /** 16 numbers an anchor: centre x, y, width, height, then six key points x, y; pixels relative to the anchor. */
  boxes: ArrayLike<number>
  /** Pixels from one anchor cell to the next. */
  stride: number
  /** Anchors in each cell. */
  anchorsPerCell: number
}

/** Beyond this the detector would be sure of anything: MediaPipe clips its logits alike. */
const LOGIT_LIMIT = 100

/**
 * Turns raw outputs into detections that score at least `minScore`, in pixels of the detector's input.
 * Anchors lie row by row in the centres of the cells; all anchors of a cell share its centre and have no size of
 * their own (MediaPipe, ssd_anchors_calculator with fixed_anchor_size).
 */
export function decodeDetections(scales: DetectorScale[], minScore: number): Detection[] {
  const found: Detection[] = []
  for (const { scores, boxes, stride, anchorsPerCell } of scales) {
    const cells = DETECTOR_SIZE / stride
    const minLogit = Math.log(minScore / (1 - minScore))
    for (let i = 0; i < scores.length; i++) {
      const logit = scores[i] ?? -LOGIT_LIMIT
      if (!(logit >= minLogit)) continue
      const cell = Math.floor(i / anchorsPerCell)
      const anchorX = ((cell % cells) + 0.5) * stride
      const anchorY = (Math.floor(cell / cells) + 0.5) * stride
      const at = (k: number) => boxes[i * 16 + k] ?? 0
      const width = at(2)
      const height = at(3)
      if (!(width > 0 && height > 0)) continue
      const point = (k: number): Point => ({ x: anchorX + at(k), y: anchorY + at(k + 1) })
      found.push({
        score: 1 / (1 + Math.exp(-Math.min(logit, LOGIT_LIMIT))),
        box: { x: anchorX + at(0) - width / 2, y: anchorY + at(1) - height / 2, width, height },
        eyes: [point(4), point(6)],
      })
    }
  }
  return found
}

/** Two boxes that overlap by more than this share of their union are one face. */
export const SAME_FACE_IOU = 0.3
/** A box of which more than this share lies in a better one is part of that face. */
export const SAME_FACE_INSIDE = 0.6

/** Area that two boxes share, in square pixels. */
export function sharedArea(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return width > 0 && height > 0 ? width * height : 0
}

/** Whether two boxes show the same face (IoU, or the smaller one mostly inside the other). */
export function sameFace(a: Box, b: Box): boolean {
  const shared = sharedArea(a, b)
  if (shared === 0) return false
  const areaA = a.width * a.height
  const areaB = b.width * b.height
  return (
    shared / (areaA + areaB - shared) > SAME_FACE_IOU || shared / Math.min(areaA, areaB) > SAME_FACE_INSIDE
  )
}

/**
 * Non-maximum suppression: of the items whose boxes show one face the best-scored stays, best first.
 * Equal scores keep their order.
 */
export function keepBest<T extends { score: number; box: Box }>(
  items: readonly T[],
  scoreOf: (item: T) => number = (item) => item.score,
): T[] {
  const kept: T[] = []
  for (const item of [...items].sort((a, b) => scoreOf(b) - scoreOf(a))) {
    if (!kept.some((better) => sameFace(better.box, item.box))) kept.push(item)
  }
  return kept
}
