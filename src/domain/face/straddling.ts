import type { Box, Point } from './geometry'

/** So many of a face's five points belong to somebody else where its mesh lies across two people. */
const BORROWED_POINTS = 2

function inOval({ x, y }: Point, box: Box): boolean {
  const across = (2 * (x - box.x)) / box.width - 1
  const down = (2 * (y - box.y)) / box.height - 1
  return across * across + down * down <= 1
}

/**
 * Whether a mesh borrows from its neighbours: two or more of its five points (eyes, nose, corners of the mouth) lie in
 * the ovals of other faces. The landmark model's score does not tell: it is 1.000 for a mesh across two people too.
 */
export function straddles(points: readonly Point[], others: readonly Box[]): boolean {
  return points.filter((point) => others.some((box) => inOval(point, box))).length >= BORROWED_POINTS
}
