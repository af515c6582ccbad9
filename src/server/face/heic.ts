import 'server-only'

/** Brands of pictures in a HEIF container (ISO/IEC 23008-12); what they hold is HEVC unless AVIF says otherwise. */
const HEIF_BRANDS = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs', 'mif1', 'msf1'])
const AVIF_BRANDS = new Set(['avif', 'avis'])
/** Brands that any file may list; a longer box is no picture's. */
const MOST_BRANDS = 32
/** A box that says 1 has its size in the eight bytes behind its name, one that says 0 goes to the end of the file. */
const LONG_SIZE = 1
const TO_THE_END = 0
const HEAD = 8

const asBuffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Whether a file is a HEIC picture by its own first box, whatever its name. AVIF shares the container: it names itself there. */
export function isHeic(bytes: Uint8Array): boolean {
  const file = asBuffer(bytes)
  if (file.length < 16 || file.toString('latin1', 4, 8) !== 'ftyp') return false
  const end = Math.min(file.readUInt32BE(0), file.length, 16 + 4 * MOST_BRANDS)
  const brands = [file.toString('latin1', 8, 12)]
  for (let at = 16; at + 4 <= end; at += 4) brands.push(file.toString('latin1', at, at + 4))
  return brands.some((brand) => HEIF_BRANDS.has(brand)) && !brands.some((brand) => AVIF_BRANDS.has(brand))
}

/**
 * Whether a file of boxes ends before its last box does. The decoder does not notice: what is missing comes out grey.
 */
export function isCutOff(bytes: Uint8Array): boolean {
  const file = asBuffer(bytes)
  let at = 0
  while (at < file.length) {
    if (at + HEAD > file.length) return true
    const size = file.readUInt32BE(at)
    if (size === TO_THE_END) return false
    if (size === LONG_SIZE && at + 2 * HEAD > file.length) return true
    const length = size === LONG_SIZE ? Number(file.readBigUInt64BE(at + HEAD)) : size
    if (length < HEAD) return true
    at += length
  }
  return at > file.length
}
