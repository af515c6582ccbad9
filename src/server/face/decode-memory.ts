import 'server-only'
import type { Metadata } from 'sharp'

/** Bytes that decoding one picture may take beside its own: twelve megapixels of any ordinary photo pass. */
export const MEMORY_LIMIT = 120e6

/** What every decoder takes before the first pixel. */
const BASE = 10e6
/** AV1 frame, colour conversion and copies: there is no reading it line by line. */
const AV1_BYTES_A_PIXEL = 20
const GIF_BYTES_A_PIXEL = 6
/** Lossless WebP is held whole as 32-bit pixels. */
const LOSSLESS_WEBP_BYTES_A_PIXEL = 4.2
/** Lines that stay in memory while a picture is read from top to bottom: those being shrunk, and those around them. */
const LINES_READ = 1300
const LINES_AROUND = 200
/** Half-shrunk lines of a JPEG, which is shrunk while it is decoded. */
const JPEG_LINES = 10e6

/**
 * Bytes that decoding a picture takes at most, judged by its header: a format that must be held whole costs a multiple
 * of its pixels, one that is read line by line hardly anything. Fitted to what the process grew by for pictures of 4 to
 * 40 million pixels of every kind below (within a fifth of it, or above).
 */
export function decodeMemory(header: Metadata, bytes: Uint8Array): number {
  const { format, width, height, channels } = header
  const pixels = width * height
  const depth = header.depth === 'uchar' ? 1 : 2
  switch (format) {
    case 'jpeg':
      return BASE + JPEG_LINES + (header.isProgressive ? pixels * coefficientBytes(header) : 0)
    case 'png':
      return header.isProgressive
        ? BASE + pixels * channels * depth * 1.2
        : BASE + width * channels * depth * (Math.min(height, LINES_READ) + LINES_AROUND)
    case 'webp':
      return BASE + (isSimpleLossy(bytes) ? 0 : pixels * LOSSLESS_WEBP_BYTES_A_PIXEL)
    case 'gif':
      return BASE + pixels * GIF_BYTES_A_PIXEL
    default:
      return pixels * AV1_BYTES_A_PIXEL * (depth === 1 ? 1 : 1.5)
  }
}

/** A JPEG of several scans keeps two bytes for each sample; colour is sampled more coarsely as a rule. */
function coefficientBytes({ channels, chromaSubsampling = '' }: Metadata): number {
  if (channels === 1) return 2
  if (channels === 4) return 8
  if (chromaSubsampling.startsWith('4:2:0')) return 3
  return chromaSubsampling.startsWith('4:2:2') ? 4 : 6
}

/** The first chunk of a lossy WebP without transparency; in the others lossless data may hide. */
function isSimpleLossy(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', 12, 16) === 'VP8 '
}
