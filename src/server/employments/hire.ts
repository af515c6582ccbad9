import 'server-only'
import { MOST_EMPLOYEES } from '@/domain/employments'
import { AppError } from '@/domain/errors'
import { dayDate, dayText } from '@/domain/weeks'
import { publishMembersChanged } from '../biometrics/faces-changed'
import type { TxContext } from '../context/tx-context'
import type { Employment } from '../db/generated/client'
import { publishAccessChange } from '../live/access'

export interface Terms {
  startedOn: string
  jobTitle?: string | null | undefined
  externalNumber?: string | null | undefined
  contractMinutes?: number | null | undefined
  /** Minor units an hour for every kind of work; left out where nothing is said. */
  minorPerHour?: number | null | undefined
}

interface Hiring extends Terms {
  workplaceId: string
  userId: string
  /** Who says so: of a rate it is kept. */
  byId: string
}

/** What an employment is, as the ledger keeps it. */
export function toldEmployment(employment: Employment) {
  const { startedOn, endedOn, contractMinutes, concurrent } = employment
  return {
    startedOn: dayText(startedOn),
    endedOn: endedOn && dayText(endedOn),
    ...{ contractMinutes, concurrent },
  }
}

/** Somebody is a member of the workplace from now on, with a number of theirs for good. */
async function takeIn({ tx, now }: TxContext, { workplaceId: placeId, userId }: Hiring) {
  const key = { placeId, userId }
  if ((await tx.leader.count({ where: key })) > 0) throw new AppError('employments.leads_here')
  const people = await tx.member.count({ where: { placeId, leftAt: null, userId: { not: userId } } })
  if (people >= MOST_EMPLOYEES) throw new AppError('employments.full', { people })
  const { _max } = await tx.member.aggregate({ where: { placeId }, _max: { number: true } })
  await tx.member.updateMany({
    where: { ...key, leftAt: { not: null } },
    data: { joinedAt: now, leftAt: null },
  })
  return tx.member.upsert({
    where: { placeId_userId: key },
    create: { ...key, number: (_max.number ?? 0) + 1, joinedAt: now },
    update: {},
  })
}

/** Somebody works at a workplace from a day on. The place must be held. */
export async function hire(ctx: TxContext, hiring: Hiring): Promise<{ id: string }> {
  const { tx, now, change } = ctx
  const { workplaceId, userId, byId, minorPerHour, startedOn } = hiring
  const { jobTitle = null, externalNumber = null, contractMinutes = null } = hiring
  const member = await takeIn(ctx, hiring)
  const from = dayDate(startedOn)
  const overlapping = { memberId: member.id, OR: [{ endedOn: null }, { endedOn: { gte: from } }] }
  if ((await tx.employment.count({ where: overlapping })) > 0) throw new AppError('employments.works_here')
  const made = await tx.employment.create({
    data: {
      ...{ memberId: member.id, userId, workplaceId, startedOn: from, createdAt: now },
      ...{ jobTitle, externalNumber, contractMinutes },
    },
  })
  const about = { actorId: ctx.actor?.id ?? null, placeId: workplaceId, before: null }
  change({ ...about, subject: 'employment', subjectId: made.id, after: toldEmployment(made) })
  if (typeof minorPerHour === 'number') {
    const rate = { employmentId: made.id, kindId: null, minorPerHour }
    const { id } = await tx.rate.create({ data: { ...rate, from, createdById: byId, createdAt: now } })
    change({ ...about, subject: 'rate', subjectId: id, after: { ...rate, from: startedOn } })
  }
  // Whoever agrees to work somewhere is an employee, whatever they were before.
  await tx.user.updateMany({
    where: { id: userId, NOT: { roles: { has: 'EMPLOYEE' } } },
    data: { roles: { push: 'EMPLOYEE' } },
  })
  await publishMembersChanged(ctx, { placeId: workplaceId })
  publishAccessChange(ctx, userId)
  return { id: made.id }
}
