import 'server-only'
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { z } from 'zod'

function mark(key: Buffer, kind: string, body: string): Buffer {
  return createHmac('sha256', key).update(`${kind}.${body}`).digest()
}

interface Sealed {
  /** Until when it counts, in milliseconds since 1970. */
  until: number
  claims: unknown
}

/** Signs what the server wants brought back unchanged before long. Whoever holds it can read it. */
export function signTicket(key: Buffer, kind: string, claims: unknown, until: Date): string {
  const sealed: Sealed = { until: until.getTime(), claims }
  const body = Buffer.from(JSON.stringify(sealed)).toString('base64url')
  return `${body}.${mark(key, kind, body).toString('base64url')}`
}

/** The claims of a ticket of this kind that was signed here and still counts; null for anything else. */
export function readTicket<Claims>(
  key: Buffer,
  kind: string,
  ticket: string,
  { schema, now }: { schema: z.ZodType<Claims>; now: Date },
): Claims | null {
  const [body = '', signature = '', ...more] = ticket.split('.')
  const expected = mark(key, kind, body)
  const given = Buffer.from(signature, 'base64url')
  if (more.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  const sealed: Sealed = JSON.parse(Buffer.from(body, 'base64url').toString())
  if (now.getTime() > sealed.until) return null
  return schema.parse(sealed.claims)
}
