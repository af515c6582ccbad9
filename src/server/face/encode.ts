import 'server-only'
import sharp from 'sharp'
import type { Box } from '../../domain/face/geometry'
import type { Pixels } from '../../domain/face/resample'

/** Side of an evidence snapshot, in pixels. */
const SNAPSHOT_SIDE = 256
/** How far a snapshot reaches around the face: hair and shoulders help a person who reviews it. */
const SNAPSHOT_MARGIN = 2

const raw = ({ data, width, height }: Pixels) => sharp(data, { raw: { width, height, channels: 3 } })

/** The whole picture as a JPEG without metadata. */
export function encodePhoto(pixels: Pixels): Promise<Buffer> {
  return raw(pixels).jpeg({ quality: 88 }).toBuffer()
}

/** A square around the face, moved into the picture where it would stick out; without a face the whole picture. */
export function encodeSnapshot(pixels: Pixels, face: Box | null): Promise<Buffer> {
  const picture = raw(pixels)
  if (face) picture.extract(snapshotArea(pixels, face))
  return picture
    .resize({ width: SNAPSHOT_SIDE, height: SNAPSHOT_SIDE, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 80 })
    .toBuffer()
}

function snapshotArea({ width, height }: Pixels, face: Box) {
  const side = Math.max(
    1,
    Math.min(width, height, Math.round(Math.max(face.width, face.height) * SNAPSHOT_MARGIN)),
  )
  const place = (centre: number, limit: number) =>
    Math.max(0, Math.min(limit - side, Math.round(centre - side / 2)))
  return {
    left: place(face.x + face.width / 2, width),
    top: place(face.y + face.height / 2, height),
    width: side,
    height: side,
  }
}
