import 'server-only'
import { isAppointed } from '@/domain/appointments'
import { AppError } from '@/domain/errors'
import type { SetRolesInput, SwitchAccountInput } from '@/domain/people-schema'
import { accountChange } from '../account/account-change'
import { endSignIns } from '../account/end-sign-ins'
import { lockAccount } from '../account/lock'
import { type Ruling, requireRuling } from '../account/ruling'
import type { TxContext } from '../context/tx-context'
import type { Database } from '../db/prisma'
import { publishAccessChange } from '../live/access'
import { nowHeld, transact } from '../live/publish'
import { queueMail } from '../mail/queue'
import { revokeAllTokens } from '../tokens/personal'

/** Holds every administrator, in one order, so that of two who remove each other one is left. */
export async function requireAdminBeside(tx: Database, userId: string): Promise<void> {
  const admins = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "User" WHERE 'ADMIN' = ANY(roles) AND "disabledAt" IS NULL ORDER BY id FOR NO KEY UPDATE`
  if (admins.length === 1 && admins[0]?.id === userId) throw new AppError('people.last_admin')
}

async function signOut(ctx: TxContext<Ruling>, userId: string): Promise<void> {
  await endSignIns(ctx, { userId, by: 'ACCOUNT' })
  await revokeAllTokens(ctx, { userId, actorId: ctx.actor?.id ?? null })
  await ctx.tx.accountLink.deleteMany({ where: { userId } })
}

/**
 * Disables an account: its sign-ins, tokens and links end at once, and it can clock nowhere. Nothing of it is erased.
 * @throws AppError `people.yourself`, `people.last_admin`
 */
export async function disableAccount(ctx: Ruling, { userId, reason }: SwitchAccountInput): Promise<void> {
  await requireRuling(ctx, userId)
  const actorId = ctx.actor?.id ?? null
  await transact(ctx, async (ctx) => {
    const { tx, now } = ctx
    await requireAdminBeside(tx, userId)
    const before = await lockAccount(tx, userId)
    if (before.disabledAt) return
    await tx.user.update({ where: { id: userId }, data: { disabledAt: now } })
    await signOut(ctx, userId)
    accountChange(ctx, { userId, actorId, before, after: { ...before, disabledAt: now }, reason })
  })
}

/**
 * Ends every sign-in of somebody in browsers and programs, and their tokens: a lost phone, a computer left open. Their
 * password counts on.
 * @throws AppError `people.yourself`
 */
export async function endSignInsOf(ctx: Ruling, { userId, reason }: SwitchAccountInput): Promise<void> {
  await requireRuling(ctx, userId)
  const actorId = ctx.actor?.id ?? null
  await transact(ctx, async (ctx) => {
    const before = await lockAccount(ctx.tx, userId)
    await signOut(ctx, userId)
    accountChange(ctx, { userId, actorId, before, after: before, reason, also: 'signedOut' })
  })
}

/** The account counts again; whoever has it signs in anew. */
export async function enableAccount(ctx: Ruling, { userId, reason }: SwitchAccountInput): Promise<void> {
  await requireRuling(ctx, userId)
  const actorId = ctx.actor?.id ?? null
  await transact(ctx, async (ctx) => {
    const before = await lockAccount(ctx.tx, userId)
    if (!before.disabledAt) return
    await ctx.tx.user.update({ where: { id: userId }, data: { disabledAt: null } })
    accountChange(ctx, { userId, actorId, before, after: { ...before, disabledAt: null }, reason })
  })
}

/**
 * What somebody is from now on, all of it. What they lead stays theirs, but without the role they do not get there.
 * @throws AppError `people.yourself`, `people.last_admin`
 */
export async function setRoles(ctx: Ruling, { userId, roles, reason }: SetRolesInput): Promise<void> {
  await requireRuling(ctx, userId)
  const actorId = ctx.actor?.id ?? null
  await transact(ctx, async (ctx) => {
    const { tx } = ctx
    if (!roles.includes('ADMIN')) await requireAdminBeside(tx, userId)
    const before = await lockAccount(tx, userId)
    const { now } = nowHeld(ctx)
    if (roles.length === before.roles.length && roles.every((role) => before.roles.includes(role))) return
    await tx.user.update({ where: { id: userId }, data: { roles } })
    // What they asked for and have now waits no more.
    const met = await tx.roleRequest.updateManyAndReturn({
      where: { userId, decidedAt: null, role: { in: roles } },
      data: { decidedAt: now, decidedById: actorId, granted: true },
      select: { role: true },
    })
    for (const { role } of met)
      if (isAppointed(role)) await queueMail(ctx, { kind: 'ROLE_GRANTED', email: before.email, role })
    accountChange(ctx, { userId, actorId, before, after: { ...before, roles }, reason })
    publishAccessChange(ctx, userId)
  })
}
