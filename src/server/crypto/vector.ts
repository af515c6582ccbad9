import 'server-only'
import { open, seal } from './seal'

/** A vector as bytes: 32-bit floats, little-endian. */
export function vectorBytes(vector: Float32Array): Buffer {
  const bytes = Buffer.alloc(vector.length * 4)
  for (const [index, value] of vector.entries()) bytes.writeFloatLE(value, index * 4)
  return bytes
}

/** The vector that `vectorBytes` wrote. */
export function vectorFrom(bytes: Buffer): Float32Array {
  return Float32Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readFloatLE(index * 4))
}

/** Encrypts a face's vector. The label as for `seal`. */
export function sealVector(key: Buffer, label: string, vector: Float32Array): Uint8Array<ArrayBuffer> {
  return seal(key, label, vectorBytes(vector))
}

/** Opens what `sealVector` made with the same key and label; throws when anything differs. */
export function openVector(key: Buffer, label: string, sealed: Uint8Array): Float32Array {
  return vectorFrom(open(key, label, sealed))
}
