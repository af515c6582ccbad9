import 'server-only'
import { createHash, randomBytes } from 'node:crypto'

/** 32 random bytes, as they stand in a cookie or a link. */
export const newToken = () => randomBytes(32).toString('base64url')

/** Anything else that a browser brings counts as nothing. */
export const isToken = (value: unknown): value is string =>
  typeof value === 'string' && /^[\w-]{43}$/.test(value)

/** What is kept of a token, or of a token and whose it is: enough to know it again, not enough to use it. */
export function hashOf(...parts: string[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHash('sha256').update(parts.join(':')).digest())
}
