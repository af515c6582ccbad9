import 'server-only'
import sharp from 'sharp'
import type { Box } from '../../domain/face/geometry'
import { type Pixels, type Pyramid, resampleCrop } from '../../domain/face/resample'

/** Side of an evidence snapshot, in pixels. */
const SNAPSHOT_SIDE = 256
/** How far a snapshot reaches around the face: hair and shoulders help a person who reviews it. */
const SNAPSHOT_MARGIN = 2

const raw = ({ data, width, height }: Pixels) => sharp(data, { raw: { width, height, channels: 3 } })

/** The whole picture as a JPEG without metadata. */
export function encodePhoto(pixels: Pixels): Promise<Buffer> {
  return raw(pixels).jpeg({ quality: 88 }).toBuffer()
}

/** The longer side of a group photo as it is shown to somebody, in pixels. */
const VIEW_SIDE = 1600

/** A group photo to look at, as a JPEG without metadata. From the smallest level that has pixels enough, as crops are. */
export function encodeView(pyramid: Pyramid): Promise<Buffer> {
  const { width, height } = pyramid.picture
  const level = Math.max(0, Math.floor(Math.log2(Math.max(width, height) / VIEW_SIDE)))
  return raw(pyramid.level(level))
    .resize({ width: VIEW_SIDE, height: VIEW_SIDE, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 80 })
    .toBuffer()
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

/** Side of the crop of one face of a group, in pixels. */
const CROP_SIDE = 192
/** How many faces wide it is. */
const CROP_MARGIN = 1.6

/** A square around one face of a group. Taken from the pyramid: cutting it out of 50 megapixels costs more than encoding it. */
export function encodeCrop(pyramid: Pyramid, face: Box): Promise<Buffer> {
  const { x, y, width, height } = face
  const { picture } = pyramid
  const side = Math.min(Math.max(width, height) * CROP_MARGIN, picture.width, picture.height)
  const place = (centre: number, limit: number) => Math.max(0, Math.min(limit - side, centre - side / 2))
  const toPicture = {
    a: side / CROP_SIDE,
    b: 0,
    tx: place(x + width / 2, picture.width),
    ty: place(y + height / 2, picture.height),
  }
  const data = new Uint8Array(CROP_SIDE * CROP_SIDE * 3)
  resampleCrop(pyramid, toPicture, { size: CROP_SIDE, planes: false, order: 'rgb' }, data)
  return raw({ data, width: CROP_SIDE, height: CROP_SIDE }).jpeg({ quality: 82 }).toBuffer()
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
