import 'server-only'
import { AppError } from '@/domain/errors'
import type { Scopes } from '@/domain/scopes'
import { USE_MS } from '@/domain/tokens'
import { actorNow } from '../auth/actor'
import type { Actor, ServiceContext } from '../context/context'
import { personalTokenHash, programOfAccessToken } from './secrets'

type Services = Pick<ServiceContext, 'db' | 'clock' | 'settings'>

interface Bearer {
  actor: Actor
  scopes: Scopes
}

/**
 * Who asks by the `Authorization` header of a request, with the account as it is now: null without the header. Whatever
 * is wrong with what stands in it, the answer is the same `tokens.invalid`.
 */
export async function bearerOf(services: Services, authorization: string | null): Promise<Bearer | null> {
  if (authorization === null) return null
  const token = /^Bearer +(\S{1,512})$/i.exec(authorization.trim())?.[1]
  const bearer = token && ((await byPersonalToken(services, token)) ?? (await byAccessToken(services, token)))
  if (!bearer) throw new AppError('tokens.invalid')
  return bearer
}

async function byPersonalToken({ db, clock }: Services, token: string): Promise<Bearer | null> {
  const tokenHash = personalTokenHash(token)
  if (!tokenHash) return null
  const now = clock()
  const row = await db.apiToken.findUnique({
    where: { tokenHash, revokedAt: null, expiresAt: { gt: now } },
    select: { id: true, userId: true, scopes: true, lastUsedAt: true },
  })
  const actor = row && (await actorNow(db, { id: row.userId }))
  if (!actor) return null
  if (!usedLately(row.lastUsedAt, now)) {
    const stale = [{ lastUsedAt: null }, { lastUsedAt: { lte: minuteBefore(now) } }]
    await db.apiToken.updateMany({ where: { id: row.id, OR: stale }, data: { lastUsedAt: now } })
  }
  return { actor, scopes: row.scopes }
}

async function byAccessToken(services: Services, token: string): Promise<Bearer | null> {
  const id = programOfAccessToken(services, token)
  if (!id) return null
  const { db, clock } = services
  const now = clock()
  const row = await db.programSignIn.findUnique({
    where: { id, endedAt: null, expiresAt: { gt: now } },
    select: { userId: true, sessionVersion: true, lastUsedAt: true },
  })
  const actor = row && (await actorNow(db, { id: row.userId, sessionVersion: row.sessionVersion }))
  if (!actor) return null
  if (!usedLately(row.lastUsedAt, now)) {
    const stale = { lte: minuteBefore(now) }
    await db.programSignIn.updateMany({ where: { id, lastUsedAt: stale }, data: { lastUsedAt: now } })
  }
  return { actor, scopes: 'all' }
}

const minuteBefore = (now: Date) => new Date(now.getTime() - USE_MS)

const usedLately = (lastUsedAt: Date | null, now: Date) =>
  lastUsedAt !== null && lastUsedAt > minuteBefore(now)
