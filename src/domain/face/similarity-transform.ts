import type { Point } from './geometry'

/**
 * Scale, turn and shift: x' = a·x − b·y + tx, y' = b·x + a·y + ty.
 * Scale is hypot(a, b), the angle atan2(b, a).
 */
export interface Similarity {
  a: number
  b: number
  tx: number
  ty: number
}

/** Where a transform puts a point. */
export function transformPoint(t: Similarity, p: Point): Point {
  return { x: t.a * p.x - t.b * p.y + t.tx, y: t.b * p.x + t.a * p.y + t.ty }
}

/** The transform that undoes another. */
export function invert({ a, b, tx, ty }: Similarity): Similarity {
  const d = a * a + b * b
  return { a: a / d, b: -b / d, tx: -(a * tx + b * ty) / d, ty: (b * tx - a * ty) / d }
}

/** How many units of the target one unit of the source becomes. */
export function scaleOf({ a, b }: Similarity): number {
  return Math.hypot(a, b)
}

/**
 * The similarity that brings `from` nearest to `to` in the least squares sense (Umeyama 1991, in two dimensions,
 * where a complex number does rotation and scale at once). Both lists have the same length, at least two points.
 */
export function fitSimilarity(from: readonly Point[], to: readonly Point[]): Similarity {
  const n = from.length
  const mean = (points: readonly Point[]) => ({
    x: points.reduce((sum, p) => sum + p.x, 0) / n,
    y: points.reduce((sum, p) => sum + p.y, 0) / n,
  })
  const f = mean(from)
  const t = mean(to)
  let dot = 0
  let cross = 0
  let spread = 0
  for (const [i, p] of from.entries()) {
    const q = to[i] ?? t
    const fx = p.x - f.x
    const fy = p.y - f.y
    dot += fx * (q.x - t.x) + fy * (q.y - t.y)
    cross += fx * (q.y - t.y) - fy * (q.x - t.x)
    spread += fx * fx + fy * fy
  }
  const a = dot / spread
  const b = cross / spread
  return { a, b, tx: t.x - a * f.x + b * f.y, ty: t.y - b * f.x - a * f.y }
}

/**
 * From the pixels of a square crop of `size` to the picture: the crop is centred on `centre`, covers `side` pixels
 * and is turned by `angle` radians (clockwise on screen, y being down).
 */
export function cropToPicture(centre: Point, side: number, angle: number, size: number): Similarity {
  const a = (Math.cos(angle) * side) / size
  const b = (Math.sin(angle) * side) / size
  const half = size / 2
  return { a, b, tx: centre.x - a * half + b * half, ty: centre.y - b * half - a * half }
}
