import type { Actor } from '@/server/context/context'
import type { Prisma } from '@/server/db/generated/client'
import { day, employ, makeWorkplace } from './workplaces'
import type { testWorld } from './world'

type World = ReturnType<typeof testWorld>

interface Options {
  minorPerHour?: number | null
  workplace?: Partial<Prisma.WorkplaceUncheckedCreateInput>
}

/** A café in Berlin, paid by the month: its owner, one who works there, and the middle of March 2026. */
export async function cafe(world: World, { minorPerHour = 2000, workplace = {} }: Options = {}) {
  const now = world.clock.now
  const owner = await world.user(['EMPLOYER'], 'Ida Owner')
  const { id: workplaceId } = await makeWorkplace(world.db, { employer: owner, now, workplace })
  const person = await world.user(['EMPLOYEE'], 'Kim Cook')
  const { id: employmentId } = await employ(world.db, { workplaceId, person, now, minorPerHour })
  return { owner, person, workplaceId, employmentId }
}

export type Cafe = Awaited<ReturnType<typeof cafe>>

interface Worked {
  workplaceId: string
  employmentId: string
  person: Pick<Actor, 'id'>
}

/** Work from one moment to another, as a device would have recorded it. */
export function worked(
  world: World,
  { workplaceId, employmentId, person }: Worked,
  [startedAt, endedAt]: readonly [string, string | null],
  more: Partial<Prisma.TimeEntryUncheckedCreateInput> = {},
) {
  return world.db.timeEntry.create({
    data: {
      ...{ employmentId, userId: person.id, workplaceId, inMethod: 'FACE', createdAt: new Date(startedAt) },
      ...{ startedAt: new Date(startedAt), endedAt: endedAt ? new Date(endedAt) : null },
      ...{ outMethod: endedAt ? ('FACE' as const) : null, ...more },
    },
  })
}

/** Somebody leads the workplace beside its owner, with these rights. */
export async function manager(
  world: World,
  { workplaceId: placeId }: Pick<Worked, 'workplaceId'>,
  rights: { mayApprove?: boolean; seesWages?: boolean; mayPay?: boolean },
  name = 'Max Manager',
): Promise<Actor> {
  const actor = await world.user(['EMPLOYER'], name)
  await world.db.leader.create({
    data: { placeId, userId: actor.id, role: 'ASSISTANT', since: world.clock.now, ...rights },
  })
  return actor
}

/** Rules of a workplace from a day on. */
export function ruled(
  world: World,
  { workplaceId }: Pick<Worked, 'workplaceId'>,
  from: string,
  rules: object,
) {
  const now = world.clock.now
  return world.db.ruleSet.create({
    data: { workplaceId, from: day(from), rules, createdById: workplaceId, createdAt: now },
  })
}
