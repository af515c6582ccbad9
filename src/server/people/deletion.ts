import 'server-only'
import { AppError } from '@/domain/errors'
import type { DeleteAccountInput } from '@/domain/people-schema'
import { keepingOf } from '@/domain/records'
import { accountChange } from '../account/account-change'
import { endSignIns } from '../account/end-sign-ins'
import { lockAccount } from '../account/lock'
import { requireNoDemoAccount } from '../account/ruling'
import { requirePassword } from '../account/service'
import { lockEnrolment } from '../biometrics/enrolment-lock'
import { publishFacesChanged } from '../biometrics/faces-changed'
import type { ActorContext } from '../context/context'
import type { TxContext } from '../context/tx-context'
import type { Database } from '../db/prisma'
import { endAllWork } from '../employments/end'
import { forgetAccount } from '../erasure/account'
import { eraseFace } from '../erasure/service'
import { transact } from '../live/publish'
import { takeOff } from '../places/leaders'
import { endAllMemberships } from '../places/members'
import { revokeAllTokens } from '../tokens/personal'
import { requireAdminBeside } from './service'

/** The places that would be without an owner, archived ones too: somebody has to answer for their records. */
function ownedAlone(db: Database, userId: string) {
  return db.place.findMany({
    where: {
      leaders: { some: { userId, role: 'OWNER' }, none: { userId: { not: userId }, role: 'OWNER' } },
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, kind: true, name: true, archivedAt: true },
  })
}

/** What stands in the way of deleting one's account, and what of it stays where, for how long. */
export async function deletion(ctx: ActorContext) {
  const { db, actor } = ctx
  const [places, worked, demo] = await Promise.all([
    ownedAlone(db, actor.id),
    db.workplace.findMany({
      where: { employments: { some: { userId: actor.id } } },
      select: {
        ...{ country: true, place: { select: { name: true } } },
        ruleSets: { where: { supersededAt: null }, select: { preset: true } },
      },
    }),
    db.demoAccount.count({ where: { userId: actor.id } }),
  ])
  const kept = worked.map(({ country, place, ruleSets }) => ({
    workplace: place.name,
    years: keepingOf(
      country,
      ruleSets.flatMap(({ preset }) => preset ?? []),
    ).years,
  }))
  return { places, kept, ofDemo: demo > 0 }
}

async function stopLeading(ctx: TxContext<ActorContext>, userId: string): Promise<void> {
  const leads = await ctx.tx.leader.findMany({ where: { userId }, orderBy: { placeId: 'asc' } })
  for (const before of leads) await takeOff(ctx, { before })
}

/**
 * Deletes the account of whoever asks, with their password: everything that is only theirs goes at once, their face above
 * all. Records stay under the name of a former student; where they worked, hours and pay keep theirs as long as they are kept.
 * @throws AppError `auth.wrong_password`, `account.owns_places`, `people.last_admin`, `people.not_in_demo`
 */
export async function deleteAccount(ctx: ActorContext, { password, locale }: DeleteAccountInput) {
  const { id: userId } = ctx.actor
  await requireNoDemoAccount(ctx)
  await requirePassword(ctx, password)
  await transact(ctx, async (ctx) => {
    const { tx, now } = ctx
    await requireAdminBeside(tx, userId)
    const places = await ownedAlone(tx, userId)
    if (places.length > 0) throw new AppError('account.owns_places', { places: places.length })
    await endAllWork(ctx, userId)
    await endAllMemberships(ctx, userId)
    await stopLeading(ctx, userId)
    await lockEnrolment(tx, userId)
    await eraseFace(ctx, userId)
    await publishFacesChanged(ctx, userId)
    const before = await lockAccount(tx, userId)
    await endSignIns(ctx, { userId, by: 'ACCOUNT' })
    await revokeAllTokens(ctx, { userId, actorId: userId })
    accountChange(ctx, {
      ...{ userId, actorId: userId, before, also: 'deleted' },
      after: { roles: [], disabledAt: before.disabledAt ?? now },
    })
    await forgetAccount(ctx, { userId, locale })
  })
}
