import type { Role } from '@/domain/roles'
import { shownCode } from '@/server/auth/shown-code'
import type { Actor } from '@/server/context/context'
import type { Prisma } from '@/server/db/generated/client'
import { employ, makeWorkplace } from './workplaces'
import type { testWorld } from './world'

type World = ReturnType<typeof testWorld>

/** The rotating code of a workplace, as its kiosk shows it now. */
export const workCode = (world: World, workplaceId: string): string =>
  shownCode(world.context(), workplaceId, world.clock.now).code

/** A café with its owner, and Ben, who works there. */
export async function cafe(
  world: World,
  workplace: Partial<Prisma.WorkplaceUncheckedCreateInput> = {},
  employment: Partial<Prisma.EmploymentUncheckedCreateInput> = {},
  account: (roles: Role[], name: string) => Promise<Actor> = world.user,
) {
  const { now } = world.clock
  const employer = await account(['EMPLOYER'], 'Ms Roth')
  const ben = await account(['EMPLOYEE'], 'Ben')
  const { id: workplaceId } = await makeWorkplace(world.db, { employer, now, workplace })
  const job = await employ(world.db, { workplaceId, person: ben, now, employment })
  const clock = async (direction: 'in' | 'out', more: { kindId?: string } = {}) =>
    world.api(ben).clocking.workByCode({
      ...{ workplaceId, direction, code: workCode(world, workplaceId) },
      ...more,
    })
  return { employer, ben, workplaceId, job, clock, own: world.api(ben), staff: world.api(employer) }
}

/** An entry from so many minutes ago to so many minutes ago, without a break. */
export function hours(world: Pick<World, 'clock'>, from: number, to: number) {
  const ago = (minutes: number) => new Date(world.clock.now.getTime() - minutes * 60_000).toISOString()
  return { startedAt: ago(from), endedAt: ago(to), breaks: [], kindId: null }
}
