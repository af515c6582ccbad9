import 'server-only'
import { compareNames } from '@/domain/board'
import { AppError } from '@/domain/errors'
import type { LeaderRights } from '@/domain/workplaces-schema'
import type { ActorContext } from '../context/context'
import { runningRole } from '../context/led-by'
import type { TxContext } from '../context/tx-context'
import { withholdAnswers } from '../idempotency/answers'
import { publishAccessChange } from '../live/access'
import { transact } from '../live/publish'
import { requireLed, requireOwned } from './access'
import { lockPlace } from './lock'
import { type Leadership, leaderRights, noRights, rightNames } from './rights'
import { standing } from './standing'

interface LeaderInput {
  placeId: string
  userId: string
}

const rightFields = { mayApprove: true, seesWages: true, mayPay: true } as const

/** Who runs a place, owners first, and who has been asked to; invitations are for its owners to see. */
export async function leaders(ctx: ActorContext, { placeId }: { placeId: string }) {
  await requireLed(ctx, { placeId })
  const rows = await ctx.db.leader.findMany({
    where: { placeId },
    select: {
      ...{ role: true, since: true, ...rightFields },
      user: { select: { id: true, name: true } },
    },
  })
  const owns = rows.some(({ role, user }) => role === 'OWNER' && user.id === ctx.actor.id)
  const invitations = owns
    ? await ctx.db.leaderInvitation.findMany({
        where: { placeId, ...standing(ctx.clock()) },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        select: { ...{ id: true, email: true, createdAt: true }, ...rightFields },
      })
    : []
  const people = rows.map(({ user, ...leader }) => ({ ...leader, ...user, self: user.id === ctx.actor.id }))
  const ofRole = (role: 'OWNER' | 'ASSISTANT') =>
    people.filter((person) => person.role === role).sort(compareNames)
  return { owns, leaders: [...ofRole('OWNER'), ...ofRole('ASSISTANT')], invitations }
}

interface LeaderChange extends LeaderInput {
  actorId: string
  before: Leadership | null
  after: Leadership | null
}

function toldOf(leadership: Leadership | null) {
  const rights = leadership ? rightNames(leadership) : []
  return { role: leadership?.role ?? null, ...(rights.length > 0 && { rights }) }
}

/** A change of who runs a place, as the ledger keeps it. */
export function leaderChange({ placeId, userId, actorId, before, after }: LeaderChange) {
  return {
    ...{ subject: 'leader' as const, subjectId: userId, actorId, placeId },
    ...{ before: toldOf(before), after: toldOf(after) },
  }
}

type Ending = TxContext<ActorContext>

/** What the two are at this moment, held with the place: leaders are changed one after the other. */
async function lockLeaders({ tx, actor }: Ending, { placeId, userId }: LeaderInput) {
  const { kind } = await lockPlace(tx, placeId, 'UPDATE')
  const rows = await tx.leader.findMany({ where: { placeId } })
  const leaderOf = (id: string) => rows.find((row) => row.userId === id)
  const own = leaderOf(actor.id)
  // Somebody may have taken the actor off meanwhile.
  if (!own) throw new AppError('request.not_found')
  const owners = rows.filter(({ role }) => role === 'OWNER').length
  return { kind, own, other: leaderOf(userId), owners }
}

async function endLeading(ctx: Ending, { placeId, userId }: LeaderInput): Promise<void> {
  const { own, other, owners } = await lockLeaders(ctx, { placeId, userId })
  if (userId !== ctx.actor.id && own.role !== 'OWNER') throw new AppError('places.owner_only')
  if (!other) throw new AppError('request.not_found')
  if (other.role === 'OWNER' && owners === 1) throw new AppError('places.last_owner')
  await takeOff(ctx, { before: other })
}

interface TakenOff {
  before: Leadership & LeaderInput
  /** Why, by whoever gives a reason. */
  reason?: string
}

/** Takes somebody off the leaders of a place that is held: they keep nothing of it. */
export async function takeOff(ctx: Ending, { before, reason }: TakenOff): Promise<void> {
  const { placeId, userId } = before
  await ctx.tx.leader.delete({ where: { placeId_userId: { placeId, userId } } })
  await takeBackWhatWasGiven(ctx, { placeId, userId })
  const change = leaderChange({ placeId, userId, actorId: ctx.actor.id, before, after: null })
  ctx.change({ ...change, text: reason ?? null })
  await withholdAnswers(ctx.tx, userId)
  publishAccessChange(ctx, userId)
}

/** Links to kiosks that nobody has used yet, and invitations of theirs: who leaves comes back by neither. */
export async function takeBackWhatWasGiven(
  { tx }: Pick<TxContext, 'tx'>,
  { placeId, userId }: LeaderInput,
): Promise<void> {
  await tx.kiosk.updateMany({ where: { placeId }, data: { linkHash: null, linkExpiresAt: null } })
  await tx.leaderInvitation.deleteMany({ where: { placeId, invitedById: userId } })
}

/** An owner takes somebody off the leaders: they keep nothing. */
export async function removeLeader(ctx: ActorContext, input: LeaderInput): Promise<void> {
  await requireOwned(ctx, input)
  await transact(ctx, (ctx) => endLeading(ctx, input))
}

/** The actor runs the place no longer. Its only owner hands it over first. */
export async function stopLeading(ctx: ActorContext, { placeId }: { placeId: string }): Promise<void> {
  await requireLed(ctx, { placeId })
  await transact(ctx, (ctx) => endLeading(ctx, { placeId, userId: ctx.actor.id }))
}

/** Makes another leader the owner; whoever owned it until now assists. */
export async function handOver(ctx: ActorContext, input: LeaderInput): Promise<void> {
  const { placeId, userId } = input
  await requireOwned(ctx, input)
  if (userId === ctx.actor.id) throw new AppError('places.own_already')
  await transact(ctx, async (ctx) => {
    const { kind, own, other } = await lockLeaders(ctx, input)
    if (own.role !== 'OWNER') throw new AppError('places.owner_only')
    const able = { id: userId, disabledAt: null, roles: { has: runningRole[kind] } }
    if (!other || (await ctx.tx.user.count({ where: able })) === 0) throw new AppError('places.not_a_leader')
    const of = (id: string) => ({ placeId_userId: { placeId, userId: id } })
    const [owner, assistant] = [
      { role: 'OWNER' as const, ...noRights },
      { role: 'ASSISTANT' as const, ...noRights },
    ]
    await ctx.tx.leader.update({ where: of(userId), data: owner })
    await ctx.tx.leader.update({ where: of(ctx.actor.id), data: assistant })
    await ctx.tx.leaderInvitation.deleteMany({ where: { placeId, invitedById: ctx.actor.id } })
    const actorId = ctx.actor.id
    ctx.change(leaderChange({ placeId, userId, actorId, before: other, after: owner }))
    ctx.change(leaderChange({ placeId, userId: actorId, actorId, before: own, after: assistant }))
    for (const id of [userId, actorId]) publishAccessChange(ctx, id)
  })
}

/** An owner says what somebody who assists at a workplace may do with hours and pay. */
export async function setLeaderRights(
  ctx: ActorContext,
  { rights, ...input }: LeaderInput & { rights: LeaderRights },
): Promise<void> {
  const { placeId, userId } = input
  await requireOwned(ctx, input)
  await transact(ctx, async (ctx) => {
    const { kind, own, other } = await lockLeaders(ctx, input)
    if (own.role !== 'OWNER') throw new AppError('places.owner_only')
    if (!other || kind !== 'WORKPLACE') throw new AppError('request.not_found')
    if (other.role === 'OWNER') throw new AppError('workplaces.not_an_assistant')
    const data = leaderRights(rights)
    await ctx.tx.leader.update({ where: { placeId_userId: { placeId, userId } }, data })
    await withholdAnswers(ctx.tx, userId)
    const after = { role: other.role, ...data }
    ctx.change(leaderChange({ placeId, userId, actorId: ctx.actor.id, before: other, after }))
    publishAccessChange(ctx, userId)
  })
}
