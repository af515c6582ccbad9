import 'server-only'
import { AppError } from '@/domain/errors'
import { accessEnd, MAX_PROGRAMS, refreshEnd } from '@/domain/tokens'
import type { ProgramSignInInput } from '@/domain/tokens-schema'
import { signIn } from '../account/sign-in'
import { actorNow } from '../auth/actor'
import type { ActorContext, ServiceContext } from '../context/context'
import type { ProgramEnd, ProgramSignIn } from '../db/generated/client'
import type { Database } from '../db/prisma'
import { publishAccessChange } from '../live/access'
import { transact } from '../live/publish'
import { newRefreshToken, refreshParts, signAccessToken } from './secrets'

const inForce = (now: Date) => ({ endedAt: null, expiresAt: { gt: now } })

interface Given {
  id: string
  refreshToken: string
  expiresAt: Date
}

function tokenPair(ctx: ServiceContext, now: Date, { id, refreshToken, expiresAt }: Given) {
  const accessExpiresAt = accessEnd(now)
  return {
    tokenType: 'Bearer' as const,
    accessToken: signAccessToken(ctx, id, accessExpiresAt),
    accessExpiresAt,
    refreshToken,
    refreshExpiresAt: expiresAt,
  }
}

/** Signs a program in as somebody: by the same check, in the same time and against the same limits as in a browser. */
export async function signInProgram(ctx: ServiceContext, { program, ...typed }: ProgramSignInInput) {
  const { id: userId, sessionVersion } = await signIn(ctx, typed)
  const now = ctx.clock()
  const { refreshToken, ...hashes } = newRefreshToken()
  const expiresAt = refreshEnd(now, now)
  const times = { createdAt: now, lastUsedAt: now, expiresAt }
  const { id } = await ctx.db.programSignIn.create({
    data: { userId, sessionVersion, name: program ?? null, ...hashes, ...times },
    select: { id: true },
  })
  await endSurplus(ctx.db, userId, now)
  return tokenPair(ctx, now, { id, refreshToken, expiresAt })
}

/** A program that signs in with each run and never out leaves no more of them behind than these. */
async function endSurplus(db: Database, userId: string, now: Date): Promise<void> {
  const surplus = await db.programSignIn.findMany({
    where: { userId, ...inForce(now) },
    orderBy: [{ lastUsedAt: 'desc' }, { id: 'desc' }],
    skip: MAX_PROGRAMS,
    select: { id: true },
  })
  if (surplus.length === 0) return
  await db.programSignIn.updateMany({
    where: { id: { in: surplus.map(({ id }) => id) }, endedAt: null },
    data: { endedAt: now, endedBy: 'REPLACED' },
  })
}

/** The sign-in of this family, as long as it counts and its person has not ended every sign-in since. */
async function livingFamily(ctx: ServiceContext, familyHash: Uint8Array<ArrayBuffer>, now: Date) {
  const row = await ctx.db.programSignIn.findUnique({ where: { familyHash, ...inForce(now) } })
  if (!row) return null
  const { userId: id, sessionVersion } = row
  return (await actorNow(ctx.db, { id, sessionVersion })) && row
}

/**
 * Another pair for a refresh token, which counts no more. One that comes a second time ends the family, whoever brought
 * it first: a thief and a program that asks twice at once look the same from here, and only one of them can sign in again.
 */
export async function refreshProgram(ctx: ServiceContext, input: { refreshToken: string }) {
  const now = ctx.clock()
  const parts = refreshParts(input.refreshToken)
  const family = parts && (await livingFamily(ctx, parts.familyHash, now))
  if (!family) throw new AppError('tokens.invalid')
  const { refreshToken, turnHash } = newRefreshToken(parts.family)
  const expiresAt = refreshEnd(now, family.createdAt)
  const { count } = await ctx.db.programSignIn.updateMany({
    where: { id: family.id, turnHash: parts.turnHash, ...inForce(now) },
    data: { turnHash, expiresAt, lastUsedAt: now },
  })
  if (count === 1) return tokenPair(ctx, now, { id: family.id, refreshToken, expiresAt })
  await endFamily(ctx, family, { by: 'REUSE', actorId: null })
  throw new AppError('tokens.reused')
}

/** Ends the sign-in that a refresh token belongs to, as the program itself wishes. What is none has no sign-in to end. */
export async function signOutProgram(ctx: ServiceContext, input: { refreshToken: string }): Promise<void> {
  const parts = refreshParts(input.refreshToken)
  const family = parts && (await livingFamily(ctx, parts.familyHash, ctx.clock()))
  if (family) await endFamily(ctx, family, { by: 'SIGNED_OUT', actorId: family.userId })
}

async function endFamily(
  ctx: ServiceContext,
  { id, userId }: Pick<ProgramSignIn, 'id' | 'userId'>,
  { by, actorId }: { by: ProgramEnd; actorId: string | null },
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const { count } = await ctx.tx.programSignIn.updateMany({
      where: { id, endedAt: null },
      data: { endedAt: ctx.now, endedBy: by },
    })
    if (count === 0) return
    ctx.change({
      ...{ subject: 'program sign-in', subjectId: id, actorId, placeId: null },
      before: { userId, endedBy: null },
      after: { userId, endedBy: by },
    })
    publishAccessChange(ctx, userId)
  })
}

/** The programs that are signed in as the person, and those whose sign-in ended because somebody else may have had it. */
export async function ownPrograms(ctx: ActorContext) {
  const { id: userId, sessionVersion } = ctx.actor
  const rows = await ctx.db.programSignIn.findMany({
    where: { userId, OR: [{ sessionVersion, ...inForce(ctx.clock()) }, { endedBy: 'REUSE' }] },
    orderBy: [{ lastUsedAt: 'desc' }, { id: 'desc' }],
    select: { id: true, name: true, createdAt: true, lastUsedAt: true, expiresAt: true, endedAt: true },
  })
  return rows
}

/** The program has to sign in again, with the password. */
export async function endProgram(ctx: ActorContext, { programId }: { programId: string }): Promise<void> {
  const { id: userId } = ctx.actor
  const row = await ctx.db.programSignIn.findFirst({
    where: { id: programId, userId, ...inForce(ctx.clock()) },
    select: { id: true, userId: true },
  })
  if (!row) throw new AppError('request.not_found')
  await endFamily(ctx, row, { by: 'REVOKED', actorId: userId })
}
