import 'server-only'
import sharp from 'sharp'
import { AppError } from '../../domain/errors'
import type { Pixels } from '../../domain/face/resample'
import { decodeMemory, MEMORY_LIMIT } from './decode-memory'
import { isHeic } from './heic'

/** What cameras and browsers make. Everything else (SVG above all) is no picture to us. */
const FORMATS = new Set(['jpeg', 'png', 'webp', 'gif', 'avif', 'heif'])

/** Pixels that a selfie may have by its header, whatever they take: a 12 to 40 megapixel phone passes. */
export const SELFIE_PIXELS = 40_000_000

/** Pixels that a picture of several people may have by its header. */
export const INSPECT_PIXELS = 64_000_000

/** Pixels that a group photo may have by its header. */
export const GROUP_PIXELS = 50_000_000

/** From this many bytes on a picture is decoded in turn, so that several workers take little more than one. */
const COSTLY = 40e6

/** Runs work that only one of several workers may do at a time. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>

export interface DecodeLimits {
  /** Pixels that the picture may have by its header. */
  maxPixels: number
  /** Longer side of the result. */
  side: number
  /** How costly pictures take turns; by default nobody else decodes. */
  inTurn?: InTurn | undefined
}

export interface Decoded {
  /** Upright, sRGB, at most `side` on its longer side. */
  pixels: Pixels
  /** Size of the upright picture as it came in. */
  width: number
  height: number
}

/**
 * Reads a picture: first frame, turned upright by EXIF, sRGB, on black where transparent, shrunk while loading so that
 * its longer side is at most `side`. The header is judged before any pixel is decoded.
 * Throws AppError `picture.unreadable` (also for truncated files), `picture.heic`, and `picture.too_many_pixels`: more
 * pixels than `maxPixels`, or more than decoding that format takes MEMORY_LIMIT for.
 */
export async function decodePicture(
  bytes: Uint8Array,
  { maxPixels, side, inTurn }: DecodeLimits,
): Promise<Decoded> {
  if (bytes.length === 0) unreadable()
  if (isHeic(bytes)) throw new AppError('picture.heic')
  const source = sharp(bytes, {
    limitInputPixels: false,
    failOn: 'truncated',
    pages: 1,
    sequentialRead: true,
  })
  const header = await source.metadata().catch(() => unreadable())
  if (!FORMATS.has(header.format) || !header.width || !header.height) unreadable()
  const memory = decodeMemory(header, bytes)
  if (header.width * header.height > maxPixels || memory > MEMORY_LIMIT) {
    throw new AppError('picture.too_many_pixels')
  }
  const sideways = (header.orientation ?? 1) >= 5
  const width = sideways ? header.height : header.width
  const height = sideways ? header.width : header.height
  const upright = source
    .autoOrient()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .flatten()
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
  const decode = () => upright.toBuffer({ resolveWithObject: true }).catch(() => unreadable())
  const { data, info } = await (memory > COSTLY && inTurn ? inTurn(decode) : decode())
  if (info.channels !== 3) unreadable()
  return { pixels: { data, width: info.width, height: info.height }, width, height }
}

function unreadable(): never {
  throw new AppError('picture.unreadable')
}
