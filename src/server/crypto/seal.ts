import 'server-only'
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const VERSION = 1
const IV_BYTES = 12
const TAG_BYTES = 16
const HEADER_BYTES = 1 + IV_BYTES + TAG_BYTES

/**
 * Encrypts with AES-256-GCM. The label (what it is and whose row it belongs to, such as `template:<id>`) is
 * authenticated, so that sealed bytes moved to another row do not open. Layout: version, iv, tag, ciphertext.
 */
export function seal(key: Buffer, label: string, plain: Uint8Array): Uint8Array<ArrayBuffer> {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  cipher.setAAD(Buffer.from(label))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Uint8Array.from(Buffer.concat([Buffer.of(VERSION), iv, cipher.getAuthTag(), body]))
}

/** Opens what `seal` made with the same key and label; throws when anything differs. */
export function open(key: Buffer, label: string, sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
  if (bytes.length < HEADER_BYTES || bytes[0] !== VERSION) throw new Error(`${label} is not sealed data`)
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, 1 + IV_BYTES))
  decipher.setAAD(Buffer.from(label))
  decipher.setAuthTag(bytes.subarray(1 + IV_BYTES, HEADER_BYTES))
  return Buffer.concat([decipher.update(bytes.subarray(HEADER_BYTES)), decipher.final()])
}
