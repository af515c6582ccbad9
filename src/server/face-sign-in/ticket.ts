import 'server-only'
import { z } from 'zod'
import { AppError } from '@/domain/errors'
import { touchDevice } from '../account/devices'
import { readTicket, signTicket } from '../auth/ticket'
import type { ServiceContext } from '../context/context'
import { type Owner, type OwnerContext, ownerHere } from './owner'

const KIND = 'face sign-in'
const TICKET_MS = 60_000

const claimsSchema = z.strictObject({
  challengeId: z.uuid(),
  userId: z.uuid(),
  sessionVersion: z.number(),
  device: z.string(),
})

type Keyed = Pick<ServiceContext, 'settings'>

/** What a face that was recognised is told, to be exchanged for a sign-in by this browser within a minute, once. */
export function issueTicket(
  ctx: OwnerContext & Keyed,
  { owner, challengeId }: { owner: Owner; challengeId: string },
): string {
  const claims = {
    challengeId,
    userId: owner.id,
    sessionVersion: owner.sessionVersion,
    device: ctx.device ?? '',
  }
  const until = new Date(ctx.clock().getTime() + TICKET_MS)
  return signTicket(ctx.settings.ticketKey, KIND, claims, until)
}

/**
 * Exchanges a ticket for the account that is signed in. Everything is asked anew: the person may have revoked the
 * browser, changed the password or withdrawn since. The challenge that was passed is used up by it, so that of two
 * requests with one ticket one signs in.
 * @throws AppError `auth.use_password` for every other ticket alike.
 */
export async function redeemTicket(ctx: OwnerContext & Keyed, input: { ticket: string }): Promise<Owner> {
  const now = ctx.clock()
  const claims = readTicket(ctx.settings.ticketKey, KIND, input.ticket, { schema: claimsSchema, now })
  if (!claims || claims.device !== ctx.device) throw new AppError('auth.use_password')
  const { challengeId, userId, sessionVersion, device } = claims
  const owner = await ownerHere(ctx, { id: userId })
  if (owner?.sessionVersion !== sessionVersion) throw new AppError('auth.use_password')
  const { count } = await ctx.db.faceChallenge.deleteMany({
    where: { id: challengeId, userId, purpose: 'SIGN_IN', usedAt: { not: null } },
  })
  if (count === 0) throw new AppError('auth.use_password')
  await touchDevice(ctx.db, { userId, device, now })
  return owner
}
