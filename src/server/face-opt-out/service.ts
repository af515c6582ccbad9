import 'server-only'
import { AppError } from '@/domain/errors'
import { lockEnrolment } from '../biometrics/enrolment-lock'
import { changeFaceOff } from '../biometrics/face-switch'
import type { ActorContext } from '../context/context'
import type { TxContext } from '../context/tx-context'
import type { FaceOffReason } from '../db/generated/enums'
import { type Erased, eraseFace } from '../erasure/service'
import { forgetMisses } from '../face-checks/locks'
import { type KnownChange, lastChanges } from '../ledger/read'
import { transact } from '../live/publish'
import { facesDecidedBy } from './at-place'

interface Switch {
  userId: string
  off: boolean
  /** What switching off is told as: whose wish it is. */
  as: Exclude<FaceOffReason, 'TOO_MANY_MISSES'>
  /** What they may lift again. */
  lifts: readonly FaceOffReason[]
  /** Why, where it is decided for somebody else. */
  reason?: string
}

/** Refuses to undo what somebody else decided: nobody overrules a person's wish, nor a person or a leader what was decided for them. */
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
  const text = wanted.reason ?? null
  await changeFaceOff(ctx, { userId, reason: off ? as : null, actorId: ctx.actor.id, text })
  return erased
}

/** The person takes part without their face, which erases everything made from it at once; or with it again. */
export function setOwnFaceOff(ctx: ActorContext, input: { off: boolean }): Promise<Erased> {
  const wanted: Switch = { userId: ctx.actor.id, off: input.off, as: 'OWN_WISH', lifts: ['OWN_WISH'] }
  return transact(ctx, (ctx) => apply(ctx, wanted))
}

interface Deciding {
  userId: string
  off: boolean
  /** Why somebody's face is erased. */
  reason?: string | undefined
}

/**
 * The same for somebody else. An administrator alone switches a face off everywhere, which erases it, and says why; on
 * again, whatever others decided. Whoever leads a place of the person's lifts what misses brought about: to others the
 * person does not exist.
 */
export async function setFaceOffOf(ctx: ActorContext, input: Deciding): Promise<Erased> {
  const { userId, off, reason } = input
  const { db, actor } = ctx
  const isAdmin = actor.roles.includes('ADMIN')
  const theirs = isAdmin ? {} : { memberships: { some: { leftAt: null, place: facesDecidedBy(actor) } } }
  if ((await db.user.count({ where: { id: userId, ...theirs } })) === 0)
    throw new AppError('request.not_found')
  if (off && !isAdmin) throw new AppError('face_off.at_your_place')
  if (off && !reason) throw new AppError('face_off.reason_needed')
  const lifts = isAdmin ? (['STAFF', 'EMPLOYER', 'TOO_MANY_MISSES'] as const) : (['TOO_MANY_MISSES'] as const)
  const wanted: Switch = { userId, off, as: 'STAFF', lifts, ...(off && reason && { reason }) }
  return transact(ctx, (ctx) => apply(ctx, wanted))
}

const LISTED = 200

const person = { id: true, name: true, email: true, faceOff: true } as const
const subject = 'face opt-out'

type LastChange = KnownChange<typeof subject>

const withChange = <Person>(of: Person, last: LastChange | undefined) => ({
  ...of,
  since: last?.at ?? null,
  by: last?.actor?.name ?? null,
  reason: last?.text ?? null,
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
