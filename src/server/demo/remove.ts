import 'server-only'
import { lockEnrolment } from '../biometrics/enrolment-lock'
import { publishFacesChanged } from '../biometrics/faces-changed'
import type { ServiceContext } from '../context/context'
import { accountOfDemo, placeOfDemo } from '../context/of-demo'
import type { TxContext } from '../context/tx-context'
import type { Database } from '../db/prisma'
import { liftRetention } from '../db/retention'
import { eraseFace } from '../erasure/service'
import { forgetTraces } from '../erasure/traces'
import { publishAccessChange } from '../live/access'
import { transact } from '../live/publish'
import { forgetArrivals } from './arrivals'

export interface DemoRemoved {
  accounts: number
  places: number
}

/**
 * Takes the demo away: its accounts, their places, and all that was made from faces there. What stays is the ledger,
 * which names nobody. A place that somebody else leads as well becomes theirs.
 */
export async function removeDemo(ctx: ServiceContext): Promise<DemoRemoved> {
  const gone = await transact(ctx, async (ctx) => {
    const { tx, now } = ctx
    const users = await tx.user.findMany({
      where: accountOfDemo,
      select: { id: true, email: true },
      orderBy: { id: 'asc' },
    })
    for (const { id } of users) await forgetFace(ctx, id)
    await handOver(tx)
    const placed = await tx.place.findMany({ where: ownPlaces, select: { id: true } })
    const placeIds = placed.map(({ id }) => id)
    const sessions = await tx.classSession.findMany({
      where: { classId: { in: placeIds } },
      select: { id: true },
    })
    await liftRetention(tx, 'invented')
    await tx.place.deleteMany({ where: { id: { in: placeIds } } })
    await tx.leaderInvitation.deleteMany({ where: { email: { in: users.map(({ email }) => email) } } })
    const userIds = users.map(({ id }) => id)
    await forgetArrivals(tx, userIds)
    await tx.user.deleteMany({ where: accountOfDemo })
    await forgetCalibrations(tx)
    await tx.installation.updateMany({ data: { demoRemovedAt: now } })
    const topics = [...users, ...placed, ...sessions].map(({ id }) => id)
    return { users: userIds, topics, places: placed.length }
  })
  await forgetTraces(ctx.db, gone)
  return { accounts: gone.users.length, places: gone.places }
}

const ownPlaces = { ...placeOfDemo, leaders: { ...placeOfDemo.leaders, some: {} } }

async function forgetFace(ctx: TxContext<ServiceContext>, userId: string): Promise<void> {
  await lockEnrolment(ctx.tx, userId)
  await eraseFace(ctx, userId)
  await publishFacesChanged(ctx, userId)
  publishAccessChange(ctx, userId)
}

/** Where the demo's people own a place that others lead too, whoever has done so longest owns it. */
async function handOver(tx: Database): Promise<void> {
  const shared = await tx.place.findMany({
    where: {
      leaders: { some: { user: { demo: null } }, none: { role: 'OWNER', user: { demo: null } } },
    },
    select: {
      id: true,
      leaders: {
        where: { user: { demo: null } },
        orderBy: { since: 'asc' },
        take: 1,
        select: { userId: true },
      },
    },
  })
  for (const { id: placeId, leaders } of shared)
    await tx.leader.updateMany({
      where: { placeId, userId: leaders[0]?.userId ?? '' },
      data: { role: 'OWNER' },
    })
}

/** Where nobody else has enrolled, what was measured was the demo. */
async function forgetCalibrations(tx: Database): Promise<void> {
  if ((await tx.template.count()) > 0) return
  await tx.calibration.deleteMany({ where: { faceChecks: { none: {} }, rollCalls: { none: {} } } })
}
