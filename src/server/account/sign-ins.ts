import 'server-only'
import { deviceNames } from '@/domain/device'
import { AppError } from '@/domain/errors'
import { MAX_DEMO_SIGN_INS, MAX_SIGN_INS, signInEnd } from '@/domain/sign-ins'
import type { ActorContext, ServiceContext } from '../context/context'
import type { TxContext } from '../context/tx-context'
import type { Prisma, SignInEnd, SignInWay } from '../db/generated/client'
import { publishSignInEnd } from '../live/access'
import { transact } from '../live/publish'

const inForce = (now: Date) => ({ endedAt: null, expiresAt: { gt: now } })

interface Beginning {
  account: { id: string; sessionVersion: number }
  way: SignInWay
  userAgent: string
  /** The sign-in that the browser has had so far, whoever's. */
  before: string | null
}

/** Signs the person in, in a browser: whoever was signed in there before is so no longer. Answers with the sign-in's id. */
export function beginSignIn(ctx: ServiceContext, beginning: Beginning): Promise<string> {
  const { account, way, userAgent, before } = beginning
  const { id: userId, sessionVersion } = account
  return transact(ctx, async (ctx) => {
    const { tx, now } = ctx
    if (before) await endThese(ctx, { id: before }, 'REPLACED')
    const times = { createdAt: now, lastUsedAt: now, expiresAt: signInEnd(now) }
    const { id } = await tx.signIn.create({
      data: { userId, sessionVersion, way, ...deviceNames(userAgent), ...times },
      select: { id: true },
    })
    await endSurplus(ctx, { userId, most: way === 'DEMO' ? MAX_DEMO_SIGN_INS : MAX_SIGN_INS })
    return id
  })
}

/** Whoever signs in with each run of a script and never out leaves no more of them behind than these. */
async function endSurplus(ctx: TxContext, { userId, most }: { userId: string; most: number }): Promise<void> {
  const surplus = await ctx.tx.signIn.findMany({
    where: { userId, ...inForce(ctx.now) },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    skip: most,
    select: { id: true },
  })
  for (const { id } of surplus) await endThese(ctx, { id }, 'REPLACED')
}

/** Ends what of these is in force, and the streams that were opened by it; answers with whose it was. */
async function endThese(ctx: TxContext, which: Prisma.SignInWhereInput, by: SignInEnd) {
  const { tx, now } = ctx
  const ended = await tx.signIn.updateManyAndReturn({
    where: { AND: [which, inForce(now)] },
    data: { endedAt: now, endedBy: by },
    select: { id: true },
  })
  for (const { id } of ended) publishSignInEnd(ctx, id)
  return ended
}

/** Signs the person out in the browser that brings this sign-in: whatever was copied of its cookie is nobody's. */
export async function signOut(ctx: ServiceContext, { signInId }: { signInId: string }): Promise<void> {
  await transact(ctx, (ctx) => endThese(ctx, { id: signInId }, 'SIGNED_OUT'))
}

/** Where the person is signed in, the browser used last first. */
export async function ownSignIns(ctx: ActorContext) {
  const { id: userId, sessionVersion } = ctx.actor
  const rows = await ctx.db.signIn.findMany({
    where: { userId, sessionVersion, ...inForce(ctx.clock()) },
    orderBy: [{ lastUsedAt: 'desc' }, { id: 'desc' }],
    take: MAX_SIGN_INS,
    select: { id: true, way: true, browser: true, system: true, createdAt: true, lastUsedAt: true },
  })
  return rows.map((row) => ({ ...row, current: row.id === ctx.signInId }))
}

/** Signs the person out in one of their browsers, from another. */
export async function endSignIn(ctx: ActorContext, { signInId }: { signInId: string }): Promise<void> {
  await transact(ctx, async (ctx) => {
    const { id: userId } = ctx.actor
    const ended = await endThese(ctx, { id: signInId, userId }, 'REVOKED')
    if (ended.length === 0) throw new AppError('request.not_found')
    ctx.change({
      ...{ subject: 'sign-in', subjectId: signInId, actorId: userId, placeId: null },
      before: { userId, endedBy: null },
      after: { userId, endedBy: 'REVOKED' },
    })
  })
}

/** Deletes the rows of sign-ins whose hours are over, however they ended. */
export async function purgeSignIns({ db, clock }: Pick<ServiceContext, 'db' | 'clock'>): Promise<void> {
  await db.signIn.deleteMany({ where: { expiresAt: { lte: clock() } } })
}
