import { DETECTOR_SIZE, type Detection } from './detections'
import type { Box, Point } from './geometry'
import { cutByTile, type Tile } from './tiles'

/** One square of a picture that the detector looked at, and what it saw in it, in pixels of the picture. */
export interface Look {
  tile: Tile
  seen: readonly Detection[]
}

/** A face as the landmark model laid it. */
interface LaidFace {
  box: Box
  eyes: readonly [Point, Point]
}

/** How large a face is in the detector's own input where it is seen well: pixels, and the share of the square. */
const SEEN_WELL_FROM = 22
const SEEN_WELL_TO = 0.4
/** Room around a face that must lie in the square too, as a share of the face. */
const ROOM = 0.1
/** How far the eyes of one sighting may lie from the face's, and how much its size may differ. */
const EYES_NEAR = 0.3
const SIZE_ALIKE = 2

function isSighting({ box, eyes }: Detection, face: LaidFace, size: number): boolean {
  const [left, right] = [0, 1].map((i) => {
    const [p, q] = [eyes[i as 0 | 1], face.eyes[i as 0 | 1]]
    return Math.hypot(p.x - q.x, p.y - q.y)
  }) as [number, number]
  return (
    Math.max(left, right) < EYES_NEAR * size && box.width < SIZE_ALIKE * size && box.width > size / SIZE_ALIKE
  )
}

/** Whether a face lies whole in a square, at a size at which the detector sees faces well. */
function isSeenWell({ box }: LaidFace, tile: Tile, size: number, picture: { width: number; height: number }) {
  const { x, y, width, height } = box
  const room = ROOM * size
  const around = { x: x - room, y: y - room, width: width + 2 * room, height: height + 2 * room }
  const inTile = x > tile.x && y > tile.y && x < tile.x + tile.side && y < tile.y + tile.side
  const share = size / tile.side
  return (
    inTile &&
    share < SEEN_WELL_TO &&
    share * DETECTOR_SIZE > SEEN_WELL_FROM &&
    !cutByTile(around, tile, picture)
  )
}

/**
 * In how many of the squares that show a face well the detector saw it: `possible` squares, `seen` in. A real face is
 * seen in nearly all of them, what only looks like one from far away in none.
 */
export function sightings(
  face: LaidFace,
  looks: readonly Look[],
  picture: { width: number; height: number },
): { seen: number; possible: number } {
  const size = Math.max(face.box.width, face.box.height)
  const well = looks.filter(({ tile }) => isSeenWell(face, tile, size, picture))
  const seen = well.filter((look) => look.seen.some((detection) => isSighting(detection, face, size)))
  return { seen: seen.length, possible: well.length }
}
