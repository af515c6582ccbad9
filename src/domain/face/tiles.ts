import { DETECTOR_SIZE } from './detections'
import type { Box } from './geometry'

/** A square that the detector looks at: left upper corner and side, in pixels of the picture. */
export interface Tile {
  x: number
  y: number
  side: number
}

/**
 * Pixels between the eyes, in the detector's own input, at which the smallest faces are looked for. BlazeFace finds nearly all
 * from 7 on, but ranks some of the smallest no higher than what only looks like a face (docs/recognition.md).
 */
const COMFORTABLE_EYES = 10
/** The last step down may be this much more than a halving: faces between two levels are large enough in both. */
const LAST_STEP = 1.4
/** A last level that is hardly finer than the one before finds nothing new. */
const HARDLY_FINER = 1.05

/** How far one tile lies from the next, as a share of its side: a quarter of the side is seen twice. */
const STEP = 0.75

/** Positions of tiles along one side of the picture: evenly, the first and the last flush with its ends. */
function places(length: number, side: number): number[] {
  if (side >= length) return [(length - side) / 2]
  const count = Math.ceil((length - side) / (side * STEP)) + 1
  return Array.from({ length: count }, (_, i) => ((length - side) * i) / (count - 1))
}

/** The sides of the tiles, largest first: the longer side of the picture, by 1.5, by 2, then halved until small enough. */
function sides(longer: number, smallestEyes: number): number[] {
  const all = [longer, longer / 1.5, longer / 2]
  const enough = (smallestEyes * DETECTOR_SIZE) / COMFORTABLE_EYES
  let side = longer / 2
  while (side / 2 > enough * LAST_STEP) {
    side /= 2
    all.push(side)
  }
  if (side > enough * HARDLY_FINER) all.push(enough)
  return all
}

/**
 * The squares in which to look for the faces of a group: the whole picture (letterboxed), overlapping tiles with a side
 * of L / 1.5 and L / 2 (L being the longer side), and further halvings until a face with `smallestEyes` pixels between
 * the eyes is large enough for the detector. A face of up to a quarter of a tile's side lies whole in one of them.
 */
export function tilePyramid(width: number, height: number, smallestEyes: number): Tile[] {
  return sides(Math.max(width, height), smallestEyes).flatMap((side) =>
    places(height, side).flatMap((y) => places(width, side).map((x) => ({ x, y, side }))),
  )
}

/** Whether a box sticks out of a tile where the picture goes on: what is cut there lies whole in another tile. */
export function cutByTile(box: Box, tile: Tile, picture: { width: number; height: number }): boolean {
  const right = tile.x + tile.side
  const bottom = tile.y + tile.side
  return (
    (tile.x > 0 && box.x < tile.x) ||
    (tile.y > 0 && box.y < tile.y) ||
    (right < picture.width && box.x + box.width > right) ||
    (bottom < picture.height && box.y + box.height > bottom)
  )
}
