import 'server-only'
import { open, seal } from './seal'

/** Encrypts a face's vector: 32-bit floats, little-endian. The label as for `seal`. */
export function sealVector(key: Buffer, label: string, vector: Float32Array): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.alloc(vector.length * 4)
  for (const [index, value] of vector.entries()) bytes.writeFloatLE(value, index * 4)
  return seal(key, label, bytes)
}

/** Opens what `sealVector` made with the same key and label; throws when anything differs. */
export function openVector(key: Buffer, label: string, sealed: Uint8Array): Float32Array {
  const bytes = open(key, label, sealed)
  return Float32Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readFloatLE(index * 4))
}
