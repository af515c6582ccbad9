import type { Role } from '@/domain/roles'
import { CODE_DIGITS } from '@/domain/session-code'
import { shownCode } from '@/server/auth/shown-code'
import type { Actor } from '@/server/context/context'
import type { Prisma } from '@/server/db/generated/client'
import { registerKiosk } from '@/server/kiosks/service'
import { kioskOf } from './kiosk-world'
import { portraitFile } from './pictures'
import type { Sitter } from './sample-portraits'
import { employ, makeWorkplace } from './workplaces'
import type { testWorld } from './world'

type World = ReturnType<typeof testWorld>

/** The rotating code of a workplace, as its kiosk shows it now. */
export const workCode = (world: World, workplaceId: string): string =>
  shownCode(world.context(), { of: workplaceId, digits: CODE_DIGITS }, world.clock.now).code

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

/** A kiosk at the door of a workplace. */
export async function workKiosk(world: World, staff: ReturnType<World['api']>, workplaceId: string) {
  const { link } = await staff.kiosks.add({ placeId: workplaceId, name: 'Back door' })
  const { token } = await registerKiosk(world.context(), { link })
  const kiosk = await kioskOf(world, token)
  if (!kiosk) throw new Error('The kiosk is not registered')
  const atKiosk = world.api(null, { kiosk }).kiosks
  const scan = async (who: Sitter, number?: number) => {
    const form = new FormData()
    for (const share of [0.44, 0.46, 0.48]) form.append('frame', await portraitFile(who, { share }))
    if (number !== undefined) form.append('number', String(number))
    return atKiosk.workStepUp(form)
  }
  return { kiosk, atKiosk, scan }
}
