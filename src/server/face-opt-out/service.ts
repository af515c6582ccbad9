import 'server-only'
import { AppError } from '@/domain/errors'
import type { Role } from '@/domain/roles'
import { lockEnrolment } from '../biometrics/enrolment-lock'
import { changeFaceOff } from '../biometrics/face-switch'
import type { ActorContext } from '../context/context'
import { approvedBy, ledBy } from '../context/led-by'
import type { TxContext } from '../context/tx-context'
import type { Prisma } from '../db/generated/client'
import type { FaceOffReason } from '../db/generated/enums'
import { type Erased, eraseFace } from '../erasure/service'
import { forgetMisses } from '../face-checks/locks'
import { type KnownChange, lastChanges } from '../ledger/read'
import { transact } from '../live/publish'

interface Switch {
  userId: string
  off: boolean
  /** What switching off is told as: whose wish it is. */
  as: Exclude<FaceOffReason, 'TOO_MANY_MISSES'>
  /** What they may lift again. */
  lifts: readonly FaceOffReason[]
}

/**
 * Refuses to undo what somebody else decided: nobody overrules a person's wish, nor a person the school's or employer's,
 * nor does one of these overrule the other.
 */
function requireMay({ off, as, lifts }: Switch, before: FaceOffReason | null) {
  if (before === null || lifts.includes(before)) return
  if (as === 'OWN_WISH') throw new AppError('face_off.not_yours')
  if (!off) throw new AppError(before === 'OWN_WISH' ? 'face_off.own_wish' : 'face_off.decided_elsewhere')
}

/** Whether nothing changes: what was decided stays whose it was when others wish the same. */
function stays({ off, as }: Switch, before: FaceOffReason | null): boolean {
  if (!off || before === null) return !off && before === null
  return as === 'OWN_WISH' ? before === 'OWN_WISH' : before !== 'TOO_MANY_MISSES'
}

async function apply(ctx: TxContext<ActorContext>, wanted: Switch): Promise<Erased> {
  const { tx } = ctx
  const { userId, off, as } = wanted
  await lockEnrolment(tx, userId)
  const { faceOff } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { faceOff: true } })
  const none: Erased = { photos: 0, templates: 0, evidence: 0 }
  if (stays(wanted, faceOff)) return none
  requireMay(wanted, faceOff)
  await forgetMisses(tx, userId)
  const erased = off ? await eraseFace(ctx, userId) : none
  await changeFaceOff(ctx, { userId, reason: off ? as : null, actorId: ctx.actor.id })
  return erased
}

/** The person takes part without their face, which erases everything made from it at once; or with it again. */
export function setOwnFaceOff(ctx: ActorContext, input: { off: boolean }): Promise<Erased> {
  const wanted: Switch = { userId: ctx.actor.id, off: input.off, as: 'OWN_WISH', lifts: ['OWN_WISH'] }
  return transact(ctx, (ctx) => apply(ctx, wanted))
}

/** As what the actor may decide about somebody's face; empty where the person does not exist to them. */
async function decidesAs({ db, actor }: ActorContext, userId: string): Promise<Array<'STAFF' | 'EMPLOYER'>> {
  const belongs = (place: Prisma.PlaceWhereInput) =>
    db.user.count({ where: { id: userId, memberships: { some: { leftAt: null, place } } } })
  const is = (role: Role) => actor.roles.includes(role)
  if (is('ADMIN')) return (await db.user.count({ where: { id: userId } })) > 0 ? ['STAFF', 'EMPLOYER'] : []
  const teaches = is('TEACHER') && (await belongs({ kind: 'CLASS', ...ledBy(actor) })) > 0
  const employs = is('EMPLOYER') && (await belongs(approvedBy(actor))) > 0
  return [...(teaches ? (['STAFF'] as const) : []), ...(employs ? (['EMPLOYER'] as const) : [])]
}

/**
 * The same for somebody else, such as at the wish of their parents: a student of the actor's, somebody about whose hours
 * they decide, or anybody for an administrator.
 */
export async function setFaceOffOf(
  ctx: ActorContext,
  input: { userId: string; off: boolean },
): Promise<Erased> {
  const mine = await decidesAs(ctx, input.userId)
  const [as] = mine
  if (!as) throw new AppError('request.not_found')
  return transact(ctx, (ctx) => apply(ctx, { ...input, as, lifts: [...mine, 'TOO_MANY_MISSES'] }))
}

const LISTED = 200

const person = { id: true, name: true, email: true, faceOff: true } as const
const subject = 'face opt-out'

type LastChange = KnownChange<typeof subject>

const withChange = <Person>(of: Person, last: LastChange | undefined) => ({
  ...of,
  since: last?.at ?? null,
  by: last?.actor?.name ?? null,
})

/** Those who take part without their face, those first for whom it came about last; for administrators. */
export async function peopleWithoutFace(ctx: ActorContext) {
  const people = await ctx.db.user.findMany({ where: { faceOff: { not: null } }, select: person })
  const byId = new Map(people.map((of) => [of.id, of]))
  // By the changes, so that where there are too many for the list the newest are on it.
  const changes = await lastChanges(ctx, { subject, subjectIds: [...byId.keys()], take: LISTED })
  return changes.flatMap((last) => {
    const of = byId.get(last.subjectId)
    return of ? [withChange(of, last)] : []
  })
}

/** One person by their email, for an administrator who is asked to switch their face off. */
export async function personByEmail(ctx: ActorContext, input: { email: string }) {
  const found = await ctx.db.user.findUnique({ where: { email: input.email }, select: person })
  if (!found) throw new AppError('face_off.person_unknown')
  const [last] = await lastChanges(ctx, { subject, subjectIds: [found.id], take: 1 })
  return withChange(found, last)
}
