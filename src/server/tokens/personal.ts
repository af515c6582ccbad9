import 'server-only'
import { AppError } from '@/domain/errors'
import { scopeSchema } from '@/domain/scopes-schema'
import { daysAfter, MAX_TOKENS } from '@/domain/tokens'
import type { NewTokenInput } from '@/domain/tokens-schema'
import { requirePassword } from '../account/service'
import type { ActorContext } from '../context/context'
import type { TxContext } from '../context/tx-context'
import type { ApiToken } from '../db/generated/client'
import { countTry } from '../limits/limits'
import { publishAccessChange } from '../live/access'
import { transact } from '../live/publish'
import { newPersonalToken } from './secrets'

type Shown = Pick<ApiToken, 'id' | 'name' | 'scopes' | 'createdAt' | 'expiresAt' | 'lastUsedAt'>

const shown = { id: true, name: true, scopes: true, createdAt: true, expiresAt: true, lastUsedAt: true }

/** Scopes that there are no more open nothing, and are not shown. */
const knownScopes = (scopes: readonly string[]) =>
  scopeSchema.options.filter((scope) => scopes.includes(scope))

const asShown = (token: Shown) => ({ ...token, scopes: knownScopes(token.scopes) })

/** The person's tokens, the newest first; those that have expired stay in sight until they are cleared away. */
export async function ownTokens(ctx: ActorContext) {
  const tokens = await ctx.db.apiToken.findMany({
    where: { userId: ctx.actor.id, revokedAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: shown,
  })
  return tokens.map(asShown)
}

/** Makes a token. What it is can be read this once. */
export async function createToken(ctx: ActorContext, input: NewTokenInput) {
  const userId = ctx.actor.id
  await countTry(ctx.db, 'new token', userId)
  const { passwordHash } = await requirePassword(ctx, input.currentPassword)
  const { token, tokenHash } = newPersonalToken()
  return transact(ctx, async ({ tx, now, change }) => {
    // One at a time, so that two at once do not make one too many.
    await tx.$queryRaw`SELECT 1 FROM "User" WHERE id = ${userId}::uuid FOR NO KEY UPDATE`
    // The password may have been replaced, or the account disabled, while this waited.
    if ((await tx.user.count({ where: { id: userId, passwordHash, disabledAt: null } })) === 0)
      throw new AppError('auth.wrong_password')
    const tokens = await tx.apiToken.count({ where: { userId, revokedAt: null, expiresAt: { gt: now } } })
    if (tokens >= MAX_TOKENS) throw new AppError('tokens.too_many', { tokens })
    const { name, scopes } = input
    const data = { userId, name, scopes, tokenHash, createdAt: now, expiresAt: daysAfter(now, input.days) }
    const row = await tx.apiToken.create({ data, select: shown })
    change({
      ...{ subject: 'token', subjectId: row.id, actorId: userId, placeId: null, before: null },
      after: stateOf(row, null),
    })
    return { ...asShown(row), token }
  })
}

/** What the ledger says of a token. Its name is in the person's own words, which nothing there may be. */
const stateOf = (token: Pick<Shown, 'scopes' | 'expiresAt'>, revokedAt: Date | null) => ({
  scopes: knownScopes(token.scopes),
  expiresAt: token.expiresAt.toISOString(),
  revokedAt: revokedAt?.toISOString() ?? null,
})

/** The token counts no more, from now on and in streams that were opened with it. */
export async function revokeToken(ctx: ActorContext, { tokenId }: { tokenId: string }): Promise<void> {
  const { id: userId } = ctx.actor
  await transact(ctx, async (ctx) => {
    const { tx, now, change } = ctx
    const own = { id: tokenId, userId, revokedAt: null }
    const [row] = await tx.apiToken.updateManyAndReturn({
      where: own,
      data: { revokedAt: now },
      select: shown,
    })
    if (!row) throw new AppError('request.not_found')
    change({
      ...{ subject: 'token', subjectId: row.id, actorId: userId, placeId: null },
      before: stateOf(row, null),
      after: stateOf(row, now),
    })
    publishAccessChange(ctx, userId)
  })
}

/** No token of the person counts any more. */
export async function revokeAllTokens(
  { tx, now, change }: TxContext,
  { userId, actorId }: { userId: string; actorId: string | null },
): Promise<void> {
  const rows = await tx.apiToken.updateManyAndReturn({
    where: { userId, revokedAt: null },
    data: { revokedAt: now },
    select: shown,
  })
  for (const row of rows)
    change({
      ...{ subject: 'token', subjectId: row.id, actorId, placeId: null },
      before: stateOf(row, null),
      after: stateOf(row, now),
    })
}
