import type { Actor } from '@/server/context/context'
import type { Prisma, PrismaClient } from '@/server/db/generated/client'

export const day = (text: string) => new Date(`${text}T00:00:00Z`)

interface NewWorkplace {
  employer: Actor
  now: Date
  name?: string
  timeZone?: string
  workplace?: Partial<Prisma.WorkplaceUncheckedCreateInput>
}

/** A workplace without rules, owned by its employer. */
export async function makeWorkplace(db: PrismaClient, input: NewWorkplace): Promise<{ id: string }> {
  const { employer, now, name = 'Corner Café', timeZone = 'Europe/Berlin', workplace = {} } = input
  return db.place.create({
    data: {
      kind: 'WORKPLACE',
      name,
      timeZone,
      liveness: 'PAD',
      createdAt: now,
      leaders: { create: { userId: employer.id, role: 'OWNER', since: now } },
      workplace: {
        create: {
          country: 'DE',
          currency: 'EUR',
          weekStart: 'MONDAY',
          payCycle: 'MONTHLY',
          firstPeriod: day('2026-01-01'),
          faceClocking: true,
          ...workplace,
        },
      },
    },
    select: { id: true },
  })
}

interface NewEmployment {
  workplaceId: string
  person: Actor
  now: Date
  startedOn?: string
  /** Minor units an hour; null for none. */
  minorPerHour?: number | null
  employment?: Partial<Prisma.EmploymentUncheckedCreateInput>
}

/** Somebody works at a workplace, at one rate from their first day on. */
export async function employ(
  db: PrismaClient,
  input: NewEmployment,
): Promise<{ id: string; memberId: string }> {
  const { workplaceId, person, now, startedOn = '2026-01-01', minorPerHour = 2000, employment = {} } = input
  const key = { placeId: workplaceId, userId: person.id }
  const taken = await db.member.count({ where: { placeId: workplaceId } })
  const member = await db.member.upsert({
    where: { placeId_userId: key },
    create: { ...key, number: taken + 1, joinedAt: now },
    update: {},
  })
  const { id } = await db.employment.create({
    data: {
      memberId: member.id,
      userId: person.id,
      workplaceId,
      startedOn: day(startedOn),
      createdAt: now,
      ...employment,
    },
  })
  if (minorPerHour !== null)
    await db.rate.create({
      data: { employmentId: id, from: day(startedOn), minorPerHour, createdById: person.id, createdAt: now },
    })
  return { id, memberId: member.id }
}
