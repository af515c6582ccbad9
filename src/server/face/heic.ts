import 'server-only'

/** Brands of pictures in a HEIF container (ISO/IEC 23008-12); what they hold is HEVC unless AVIF says otherwise. */
const HEIF_BRANDS = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs', 'mif1', 'msf1'])
const AVIF_BRANDS = new Set(['avif', 'avis'])
/** Brands that any file may list; a longer box is no picture's. */
const MOST_BRANDS = 32

/**
 * Whether a file is a HEIC picture by its own first box, whatever its name. Such pictures cannot be decoded here, and
 * AVIF shares the container: it names itself there.
 */
export function isHeic(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.length < 16 || file.toString('latin1', 4, 8) !== 'ftyp') return false
  const end = Math.min(file.readUInt32BE(0), file.length, 16 + 4 * MOST_BRANDS)
  const brands = [file.toString('latin1', 8, 12)]
  for (let at = 16; at + 4 <= end; at += 4) brands.push(file.toString('latin1', at, at + 4))
  return brands.some((brand) => HEIF_BRANDS.has(brand)) && !brands.some((brand) => AVIF_BRANDS.has(brand))
}
