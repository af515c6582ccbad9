import 'server-only'
import { mayAskAgain } from '@/domain/appointments'
import { appointedRoleSchema, type DecideRoleInput } from '@/domain/appointments-schema'
import { AppError } from '@/domain/errors'
import { accountChange } from '../account/account-change'
import { lockAccount } from '../account/lock'
import type { ActorContext } from '../context/context'
import { pageAfter, pageOfRows } from '../db/page'
import { publishAccessChange } from '../live/access'
import { nowHeld, transact } from '../live/publish'
import { queueMail } from '../mail/queue'

const PAGE = 50

/** What the person has asked for and not been given: what waits, and what was refused so lately that it cannot be asked again yet. */
export async function ownRequests(ctx: ActorContext) {
  const rows = await ctx.db.roleRequest.findMany({
    where: { userId: ctx.actor.id, OR: [{ granted: null }, { granted: false }] },
    orderBy: [{ askedAt: 'desc' }, { id: 'desc' }],
    take: 20,
    select: { role: true, askedAt: true, decidedAt: true },
  })
  const missing = appointedRoleSchema.options.filter((role) => !ctx.actor.roles.includes(role))
  return missing.flatMap((role) => {
    const last = rows.find((row) => row.role === role)
    const isOver = last?.decidedAt && mayAskAgain(last.decidedAt, ctx.clock())
    return last && !isOver ? [{ role, askedAt: last.askedAt, refusedAt: last.decidedAt }] : []
  })
}

/** Who waits for a role, those who have waited longest first, a page at a time; for administrators. */
export async function waitingRequests(ctx: ActorContext, input: { cursor?: string | null | undefined }) {
  const rows = await ctx.db.roleRequest.findMany({
    where: { decidedAt: null, user: { disabledAt: null } },
    orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
    ...pageAfter(input, PAGE),
    select: {
      ...{ id: true, role: true, askedAt: true },
      user: { select: { id: true, name: true, email: true, emailConfirmedAt: true } },
    },
  })
  const { page, nextCursor } = pageOfRows(rows, PAGE)
  const items = page.map(({ user: { emailConfirmedAt, ...person }, role, ...request }) => ({
    ...request,
    role: appointedRoleSchema.parse(role),
    person,
    // Without mail nobody's can be.
    confirmed: ctx.mail ? emailConfirmedAt !== null : null,
  }))
  return { items, nextCursor }
}

/**
 * Decides about what somebody asked for, who is told by mail where it goes out. Once.
 * @throws AppError `request.not_found` where it is decided already, `people.yourself`
 */
export async function decideRequest(ctx: ActorContext, input: DecideRoleInput): Promise<void> {
  const { requestId, granted } = input
  await transact(ctx, async (ctx) => {
    const { tx, actor } = ctx
    const waiting = { id: requestId, decidedAt: null }
    const request = await tx.roleRequest.findFirst({ where: waiting, select: { userId: true, role: true } })
    if (!request) throw new AppError('request.not_found')
    const role = appointedRoleSchema.parse(request.role)
    const { userId } = request
    if (userId === actor.id) throw new AppError('people.yourself')
    const before = await lockAccount(tx, userId)
    const { now } = nowHeld(ctx)
    const { count } = await tx.roleRequest.updateMany({
      where: waiting,
      data: { decidedAt: now, decidedById: actor.id, granted },
    })
    if (count === 0) throw new AppError('request.not_found')
    if (granted && !before.roles.includes(role)) {
      const roles = [...before.roles, role]
      await tx.user.update({ where: { id: userId }, data: { roles } })
      accountChange(ctx, { userId, actorId: actor.id, before, after: { ...before, roles } })
    }
    await queueMail(ctx, { kind: granted ? 'ROLE_GRANTED' : 'ROLE_REFUSED', email: before.email, role })
    publishAccessChange(ctx, userId)
  })
}
