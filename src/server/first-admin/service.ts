import 'server-only'
import { AppError } from '@/domain/errors'
import { FIRST_ADMIN_DAYS } from '@/domain/first-admin'
import type { FirstAdminInput } from '@/domain/first-admin-schema'
import { checkPasswordChoice, hashPassword } from '../auth/password'
import { hashOf, isToken, newToken } from '../auth/tokens'
import type { ServiceContext } from '../context/context'
import { isUniqueViolation } from '../db/errors'
import type { Database } from '../db/prisma'
import { countTry } from '../limits/limits'
import { queueMail } from '../mail/queue'

const DAY_MS = 24 * 60 * 60 * 1000

type Offering = Pick<ServiceContext, 'db' | 'clock'>

const hasAdmin = async (db: Database) =>
  (await db.user.count({ where: { roles: { has: 'ADMIN' }, disabledAt: null } })) > 0

/** Any number that no other advisory lock of the database uses. */
const FIRST_ADMIN_LOCK = 7_315_003

/** One at a time: of two with a link each, one becomes the first. */
async function lockFirstAdmin(tx: Database): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${FIRST_ADMIN_LOCK}::bigint)`
}

/** The path of a link to make the first administrator; null where there is one. */
export function offerFirstAdmin({ db, clock }: Offering): Promise<string | null> {
  return db.$transaction(async (tx) => {
    await lockFirstAdmin(tx)
    if (await hasAdmin(tx)) return null
    const now = clock()
    await tx.firstAdminLink.deleteMany({ where: { expiresAt: { lte: now } } })
    const link = newToken()
    const expiresAt = new Date(now.getTime() + FIRST_ADMIN_DAYS * DAY_MS)
    await tx.firstAdminLink.create({ data: { tokenHash: hashOf(link), expiresAt } })
    return `/first-admin/${link}`
  })
}

async function isUsable(db: Database, link: string, now: Date): Promise<boolean> {
  if (!isToken(link) || (await hasAdmin(db))) return false
  const tokenHash = hashOf(link)
  return (await db.firstAdminLink.count({ where: { tokenHash, expiresAt: { gt: now } } })) > 0
}

/** Whether a link can be used. */
export async function firstAdminLink(
  ctx: ServiceContext,
  { link }: { link: string },
): Promise<{ usable: boolean }> {
  const usable = await isUsable(ctx.db, link, ctx.clock())
  if (!usable) await countTry(ctx.db, 'first admin link', ctx.address)
  return { usable }
}

/** Makes the account of the first administrator; from then on no link counts. */
export async function makeFirstAdmin(ctx: ServiceContext, input: FirstAdminInput): Promise<void> {
  const { name, email, password, link } = input
  const { usable } = await firstAdminLink(ctx, { link })
  if (!usable) throw new AppError('firstAdmin.link_dead')
  checkPasswordChoice(password, input)
  const passwordHash = await hashPassword(password)
  const now = ctx.clock()
  await ctx.db
    .$transaction(async (tx) => {
      await lockFirstAdmin(tx)
      if (!(await isUsable(tx, link, now))) throw new AppError('firstAdmin.link_dead')
      await tx.firstAdminLink.deleteMany()
      await tx.user.create({ data: { name, email, passwordHash, roles: ['ADMIN'], createdAt: now } })
      await queueMail({ tx, now, mail: ctx.mail }, { kind: 'CONFIRM_EMAIL', email })
    })
    .catch((error: unknown) => {
      throw isUniqueViolation(error) ? new AppError('account.email_taken') : error
    })
}
