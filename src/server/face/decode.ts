import 'server-only'
import sharp, { type Metadata, type Sharp } from 'sharp'
import { AppError } from '../../domain/errors'
import type { Pixels } from '../../domain/face/resample'
import { decodeMemory, MEMORY_LIMIT } from './decode-memory'
import { isCutOff, isHeic } from './heic'
import { decodeHeic } from './heic-decoder'

/** What cameras and browsers make. Everything else (SVG above all) is no picture to us. */
const FORMATS = new Set(['jpeg', 'png', 'webp', 'gif', 'avif', 'heif'])

/** Pixels that a selfie may have by its header, whatever they take: a 12 to 40 megapixel phone passes. */
export const SELFIE_PIXELS = 40_000_000

/** Pixels that a picture of several people may have by its header. */
export const INSPECT_PIXELS = 64_000_000

/** Pixels that a group photo may have by its header. */
export const GROUP_PIXELS = 50_000_000

/** Pixels that a HEIC picture may have: it is held whole, and the largest that telephones make of themselves have 24 million. */
export const HEIC_PIXELS = 25_000_000

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
  /** Frames of our own page are no HEIC, and come too fast to decode any. */
  withoutHeic?: boolean
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
 * Throws AppError `picture.unreadable` (also for truncated files), `picture.heic` (HEIC that cannot be decoded), and
 * `picture.too_many_pixels`: more pixels than `maxPixels`, or than HEIC_PIXELS, or more than decoding that format takes
 * MEMORY_LIMIT for.
 */
export async function decodePicture(bytes: Uint8Array, limits: DecodeLimits): Promise<Decoded> {
  if (bytes.length === 0) unreadable()
  const heic = isHeic(bytes)
  if (heic && isCutOff(bytes)) unreadable()
  const source = sharp(bytes, {
    limitInputPixels: false,
    failOn: 'truncated',
    pages: 1,
    sequentialRead: true,
  })
  const header = await source.metadata().catch(() => (heic ? noHeic() : unreadable()))
  if (!FORMATS.has(header.format) || !header.width || !header.height) unreadable()
  return heic && header.compression !== 'av1'
    ? decodeWithLibheif(bytes, header, limits)
    : decodeWithSharp(source, bytes, header, limits)
}

async function decodeWithSharp(
  source: Sharp,
  bytes: Uint8Array,
  header: Metadata,
  { maxPixels, side, inTurn }: DecodeLimits,
): Promise<Decoded> {
  const memory = decodeMemory(header, bytes)
  if (header.width * header.height > maxPixels || memory > MEMORY_LIMIT) tooManyPixels()
  const sideways = (header.orientation ?? 1) >= 5
  const width = sideways ? header.height : header.width
  const height = sideways ? header.width : header.height
  const decode = () => shrink(source.autoOrient(), side).catch(() => unreadable())
  return { pixels: await (memory > COSTLY && inTurn ? inTurn(decode) : decode()), width, height }
}

/** The container itself says which way is up, and the decoder follows it. */
async function decodeWithLibheif(
  bytes: Uint8Array,
  header: Metadata,
  { maxPixels, side, inTurn, withoutHeic }: DecodeLimits,
): Promise<Decoded> {
  if (withoutHeic) noHeic()
  const most = Math.min(maxPixels, HEIC_PIXELS)
  if (header.width * header.height > most) tooManyPixels()
  const decode = async () => {
    const { data, width, height } = await decodeHeic(bytes, most).catch(() => noHeic())
    const raw = sharp(data, { raw: { width, height, channels: 3 }, limitInputPixels: false })
    return { pixels: await shrink(raw, side), width, height }
  }
  return inTurn ? inTurn(decode) : decode()
}

async function shrink(source: Sharp, side: number): Promise<Pixels> {
  const { data, info } = await source
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .flatten()
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  if (info.channels !== 3) unreadable()
  return { data, width: info.width, height: info.height }
}

function unreadable(): never {
  throw new AppError('picture.unreadable')
}

function noHeic(): never {
  throw new AppError('picture.heic')
}

function tooManyPixels(): never {
  throw new AppError('picture.too_many_pixels')
}
