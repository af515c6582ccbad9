import 'server-only'
import type { TermsChanges } from '@/domain/employments-schema'
import { MIN_PHOTOS } from '@/domain/enrolment'
import { AppError } from '@/domain/errors'
import type { ListFilters } from '@/domain/lists'
import { dayOf } from '@/domain/time'
import { dayDate, dayText } from '@/domain/weeks'
import { facesOffHere } from '../biometrics/face-here'
import { usablePhotos } from '../biometrics/usable-photos'
import type { ActorContext } from '../context/context'
import type { Prisma } from '../db/generated/client'
import { pageAfter, pageOfRows } from '../db/page'
import { containing } from '../db/search'
import { transact } from '../live/publish'
import { memberNamed, nameOf } from '../places/member-name'
import { lockActiveWorkplace, requireWorkplace } from '../workplaces/access'
import { requireEmployment } from './access'
import { hire, type Terms, toldEmployment } from './hire'

const PAGE = 50

interface Wanted extends ListFilters<'people'> {
  workplaceId: string
  cursor?: string | null | undefined
}

const orders = {
  NAME: [{ member: { user: { name: 'asc' } } }],
  NUMBER: [{ member: { number: 'asc' } }],
  SINCE: [{ startedOn: 'desc' }, { member: { user: { name: 'asc' } } }],
} satisfies Record<Wanted['sort'], Prisma.EmploymentOrderByWithRelationInput[]>

function matching(search: string): Prisma.EmploymentWhereInput {
  const text = containing(search)
  // The email of whoever has left is not theirs to see, nor to find out.
  const person = { OR: [memberNamed(search), { leftAt: null, user: { email: text } }] }
  return { OR: [{ member: person }, { jobTitle: text }, { externalNumber: text }] }
}

/** An email is for the leaders of whoever is with them now. */
const emailOf = ({ email }: { email: string }, { leftAt }: { leftAt: Date | null }) => (leftAt ? null : email)

/** Who works at a workplace, or did. */
export async function ofWorkplace(ctx: ActorContext, input: Wanted, size = PAGE) {
  const { workplaceId, state, search = '', sort } = input
  const { place } = await requireWorkplace(ctx, input)
  const today = dayDate(dayOf(ctx.clock(), place.timeZone))
  const usable = await usablePhotos(ctx)
  const current = { OR: [{ endedOn: null }, { endedOn: { gte: today } }] }
  const rows = await ctx.db.employment.findMany({
    where: {
      workplaceId,
      AND: [state === 'CURRENT' ? current : { endedOn: { lt: today } }, search ? matching(search) : {}],
    },
    orderBy: [...orders[sort], { id: 'asc' }],
    ...pageAfter(input, size),
    include: {
      member: {
        include: {
          pin: { select: { lockedAt: true } },
          user: {
            select: {
              ...{ name: true, email: true, faceOff: true },
              _count: { select: { enrolmentPhotos: { where: usable } } },
            },
          },
        },
      },
    },
  })
  const { page, nextCursor } = pageOfRows(rows, size)
  return {
    items: page.map(({ member: { user, pin, number, ...member }, startedOn, endedOn, ...row }) => ({
      ...row,
      ...{ name: member.keptName ?? user.name, email: emailOf(user, member), number, hasPin: pin !== null },
      ...{ faceOff: user.faceOff, faceOffHere: member.faceOffSince !== null },
      enrolled: user._count.enrolmentPhotos >= MIN_PHOTOS,
      startedOn: dayText(startedOn),
      endedOn: endedOn && dayText(endedOn),
    })),
    nextCursor,
  }
}

/** One employment with its terms, and the others of the same person there. */
export async function employmentById(ctx: ActorContext, input: { employmentId: string }) {
  const { employment, place, may, currency } = await requireEmployment(ctx, input)
  const { member, startedOn, endedOn, ...terms } = employment
  const [all, kinds, offHere] = await Promise.all([
    ctx.db.employment.findMany({ where: { memberId: member.id }, orderBy: { startedOn: 'desc' } }),
    ctx.db.workKind.findMany({
      where: { workplaceId: place.id, archivedAt: null },
      orderBy: { name: 'asc' },
      select: { id: true, name: true },
    }),
    facesOffHere(ctx, [member]),
  ])
  const { user, pin } = member
  return {
    ...terms,
    ...{ name: nameOf(member), email: emailOf(user, member), number: member.number, kinds },
    ...{ faceOff: user.faceOff, faceOffHere: offHere(member) },
    ...{ seesWages: may.seesWages, mayApprove: may.mayApprove },
    ...{ startedOn: dayText(startedOn), endedOn: endedOn && dayText(endedOn), left: member.leftAt !== null },
    pin: pin && { setAt: pin.setAt, locked: pin.lockedAt !== null },
    workplace: { id: place.id, name: place.name, timeZone: place.timeZone, currency },
    others: all
      .filter(({ id }) => id !== employment.id)
      .map((other) => ({
        id: other.id,
        startedOn: dayText(other.startedOn),
        endedOn: other.endedOn && dayText(other.endedOn),
      })),
  }
}

/** Changes what is agreed besides the wage; what is left out stays. Whoever pays gives the number for payroll, and no more. */
export async function updateTerms(
  ctx: ActorContext,
  { employmentId, ...changes }: TermsChanges & { employmentId: string },
): Promise<void> {
  const { employment } = await requireEmployment(ctx, { employmentId })
  const { workplaceId } = employment
  await transact(ctx, async (ctx) => {
    const { tx, change, actor } = ctx
    const numberAlone = Object.keys(changes).every((field) => field === 'externalNumber')
    const as = numberAlone ? 'MANAGER_OR_PAYER' : 'MANAGER'
    await lockActiveWorkplace(ctx, { workplaceId, mode: 'UPDATE', as })
    const before = await tx.employment.findUniqueOrThrow({ where: { id: employmentId } })
    const after = await tx.employment.update({ where: { id: employmentId }, data: changes })
    change({
      ...{ subject: 'employment', subjectId: employmentId, actorId: actor.id, placeId: workplaceId },
      ...{ before: toldEmployment(before), after: toldEmployment(after) },
    })
  })
}

/** Somebody who worked there works there again: another employment, with the same number. */
export async function rehire(
  ctx: ActorContext,
  { employmentId, ...terms }: Terms & { employmentId: string },
): Promise<{ id: string }> {
  const { employment, may } = await requireEmployment(ctx, { employmentId })
  if (typeof terms.minorPerHour === 'number' && !may.seesWages)
    throw new AppError('workplaces.wages_not_yours')
  const { workplaceId, userId } = employment
  return transact(ctx, async (ctx) => {
    await lockActiveWorkplace(ctx, { workplaceId, mode: 'UPDATE', as: 'MANAGER' })
    return hire(ctx, { workplaceId, userId, byId: ctx.actor.id, ...terms })
  })
}
