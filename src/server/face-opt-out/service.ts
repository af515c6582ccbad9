import 'server-only'
import { AppError } from '@/domain/errors'
import { lockEnrolment } from '../biometrics/enrolment-lock'
import { changeFaceOff } from '../biometrics/face-switch'
import type { ActorContext } from '../context/context'
import { ledBy } from '../context/led-by'
import type { TxContext } from '../context/tx-context'
import type { FaceOffReason } from '../db/generated/enums'
import { type Erased, eraseFace } from '../erasure/service'
import { forgetMisses } from '../face-checks/locks'
import { type KnownChange, lastChanges } from '../ledger/read'
import { transact } from '../live/publish'

interface Switch {
  userId: string
  off: boolean
  /** What switching off is told as: whose wish it is. */
  as: Extract<FaceOffReason, 'OWN_WISH' | 'STAFF'>
}

/** Refuses to undo what somebody else decided: staff do not overrule a person's wish, nor a person the school's. */
function requireMay({ off, as }: Switch, before: FaceOffReason | null) {
  if (as === 'OWN_WISH' && before !== null && before !== 'OWN_WISH') throw new AppError('face_off.not_yours')
  if (as === 'STAFF' && !off && before === 'OWN_WISH') throw new AppError('face_off.own_wish')
}

async function apply(ctx: TxContext<ActorContext>, wanted: Switch): Promise<Erased> {
  const { tx } = ctx
  const { userId, off, as } = wanted
  await lockEnrolment(tx, userId)
  const { faceOff } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { faceOff: true } })
  const none: Erased = { photos: 0, templates: 0, evidence: 0 }
  // What is so already changes nothing; a person's own wish stays theirs when the school wishes the same.
  const stays = off ? faceOff === as || faceOff === 'OWN_WISH' : faceOff === null
  if (stays) return none
  requireMay(wanted, faceOff)
  await forgetMisses(tx, userId)
  const erased = off ? await eraseFace(ctx, userId) : none
  await changeFaceOff(ctx, { userId, reason: off ? as : null, actorId: ctx.actor.id })
  return erased
}

/** The person takes part without their face, which erases everything made from it at once; or with it again. */
export function setOwnFaceOff(ctx: ActorContext, input: { off: boolean }): Promise<Erased> {
  const wanted: Switch = { userId: ctx.actor.id, off: input.off, as: 'OWN_WISH' }
  return transact(ctx, (ctx) => apply(ctx, wanted))
}

/** The same for somebody else, such as at the wish of their parents: a student of the actor's, or anybody for an administrator. */
export async function setFaceOffOf(
  ctx: ActorContext,
  input: { userId: string; off: boolean },
): Promise<Erased> {
  const inOwnClass = { memberships: { some: { leftAt: null, place: ledBy(ctx.actor) } } }
  const found = await ctx.db.user.count({
    where: { id: input.userId, ...(ctx.actor.roles.includes('ADMIN') ? {} : inOwnClass) },
  })
  if (found === 0) throw new AppError('request.not_found')
  return transact(ctx, (ctx) => apply(ctx, { ...input, as: 'STAFF' }))
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
