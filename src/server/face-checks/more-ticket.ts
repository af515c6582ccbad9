import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { AppError } from '@/domain/errors'
import type { ServiceContext } from '../context/context'
import { open, seal } from '../crypto/seal'
import { vectorBytes, vectorFrom } from '../crypto/vector'
import { FaceCheckPurpose, LivenessPolicy } from '../db/generated/enums'
import type { FaceCheckResult } from './check'

/** So long after a first look three more pictures may follow it. */
const GOOD_FOR_MS = 60_000

const LABEL = 'more pictures'

const ticketSchema = z.strictObject({
  /** The row of the first look. */
  checkId: z.string(),
  userId: z.string(),
  occasion: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('session'), placeId: z.string(), sessionId: z.string() }),
      z.strictObject({ kind: z.literal('work'), placeId: z.string() }),
    ])
    .nullable(),
  purpose: z.enum(FaceCheckPurpose),
  kioskId: z.string().nullable(),
  device: z.string().nullable(),
  /** The policy that the first look has satisfied, a challenge included. */
  liveness: z.enum(LivenessPolicy),
  model: z.string(),
  consentId: z.string(),
  issuedAt: z.number(),
  begun: z.array(
    z.strictObject({
      kind: z.enum(['person', 'pair', 'device', 'address']),
      key: z.string(),
      lock: z.strictObject({ misses: z.number(), pausedUntil: z.coerce.date().nullable() }),
    }),
  ),
  /** The mean of the first look's frames: 32-bit floats, little-endian, as base64. */
  vector: z.base64(),
})

/** What a first look leaves behind for the second: nobody but the server can read or change it. */
export interface MoreTicket extends Omit<z.infer<typeof ticketSchema>, 'vector'> {
  vector: Float32Array
}

/** What a ticket counts for, and nothing else. */
type About = Pick<MoreTicket, 'userId' | 'occasion' | 'purpose' | 'liveness'>

/** A ticket for three more pictures after a check that was just saved under this id. */
export function makeTicket(ctx: ServiceContext, check: FaceCheckResult, checkId: string): string {
  const { subject, decision, model, consentId, begun } = check
  if (!('vector' in decision) || !decision.vector) throw new Error('Only a look that was compared can go on')
  const { userId, occasion, purpose, liveness, kioskId = null } = subject
  const ticket: z.input<typeof ticketSchema> = {
    ...{ checkId, userId, occasion, purpose, kioskId, device: ctx.device, liveness },
    ...{ model, consentId, issuedAt: ctx.clock().getTime(), begun: [...begun] },
    vector: vectorBytes(decision.vector).toString('base64'),
  }
  const plain = Buffer.from(JSON.stringify(ticket))
  return Buffer.from(seal(ctx.settings.faceKey, LABEL, plain)).toString('base64url')
}

function unsealed(ctx: ServiceContext, ticket: string): z.infer<typeof ticketSchema> | null {
  try {
    const plain = open(ctx.settings.faceKey, LABEL, Buffer.from(ticket, 'base64url'))
    return ticketSchema.parse(JSON.parse(plain.toString()))
  } catch {
    return null
  }
}

/** Opens a ticket. Throws `challenge.expired` for one that is late, not ours, or of somebody or something else. */
export function openTicket(ctx: ServiceContext, ticket: string, about: About): MoreTicket {
  const opened = unsealed(ctx, ticket)
  if (!opened) throw new AppError('challenge.expired')
  const { vector, ...rest } = opened
  const age = ctx.clock().getTime() - rest.issuedAt
  const theirs =
    rest.userId === about.userId &&
    isDeepStrictEqual(rest.occasion, about.occasion) &&
    rest.purpose === about.purpose &&
    rest.liveness === about.liveness &&
    rest.kioskId === (ctx.kiosk?.id ?? null) &&
    rest.device === ctx.device
  if (!theirs || age < 0 || age > GOOD_FOR_MS) throw new AppError('challenge.expired')
  return { ...rest, vector: vectorFrom(Buffer.from(vector, 'base64')) }
}
