import 'server-only'
import type {
  AddRoleInput,
  ChangePasswordInput,
  ProfileInput,
  ReadingInput,
  SignUpInput,
} from '@/domain/account-schema'
import { howGiven } from '@/domain/appointments'
import { AppError } from '@/domain/errors'
import { checkPasswordChoice, hashPassword, passwordMatches } from '../auth/password'
import type { Actor, ActorContext, ServiceContext } from '../context/context'
import { isUniqueViolation } from '../db/errors'
import type { User } from '../db/generated/client'
import { countTry, forgetTries } from '../limits/limits'
import { transact } from '../live/publish'
import { mailBound } from '../mail/bounds'
import { queueMail } from '../mail/queue'
import { accountChange } from './account-change'
import { askForRole } from './ask-for-role'
import { endSignIns } from './end-sign-ins'
import { lockAccount } from './lock'

interface SignedUp {
  id: string
  /** Whether an administrator has to say first that they may be what they chose. */
  roleWaits: boolean
}

/** Makes an account with one role, or with none yet where an administrator has to say so first. */
export async function signUp(ctx: ServiceContext, input: SignUpInput): Promise<SignedUp> {
  const how = howGiven(input.role, ctx.settings.appointment)
  if (how === 'NOT') throw new AppError('account.role_given')
  checkPasswordChoice(input.password, input)
  await countTry(ctx.db, 'sign-up address', ctx.address)
  await countTry(ctx.db, 'sign-up account and address', `${input.email} from ${ctx.address}`)
  const passwordHash = await hashPassword(input.password)
  const { name, email, role } = input
  // Without it they ask for it on their account page.
  const mailed = ctx.mail !== null && (await mailBound(ctx, email)) === null
  const roles = how === 'AT_ONCE' ? [role] : []
  const made = transact(ctx, async (ctx) => {
    const { tx, now } = ctx
    const data = { name, email, passwordHash, roles, createdAt: now }
    const { id } = await tx.user.create({ data, select: { id: true } })
    if (how === 'ON_REQUEST') await askForRole(ctx, { userId: id, role })
    if (mailed) await queueMail(ctx, { kind: 'CONFIRM_EMAIL', email })
    return { id, roleWaits: how === 'ON_REQUEST' }
  })
  return made.catch((error: unknown) => {
    throw isUniqueViolation(error) ? new AppError('account.email_taken') : error
  })
}

/** The account as its owner sees it. */
export function me(ctx: ActorContext): Omit<Actor, 'sessionVersion'> {
  const { sessionVersion: _, ...account } = ctx.actor
  return account
}

export async function updateProfile(ctx: ActorContext, input: ProfileInput): Promise<void> {
  await ctx.db.user.update({ where: { id: ctx.actor.id }, data: { name: input.name } })
}

/** In which language, and by which clock, somebody reads. */
export async function setReading(ctx: ActorContext, input: ReadingInput): Promise<void> {
  await ctx.db.user.update({ where: { id: ctx.actor.id }, data: input })
}

/** Asks for the password of whoever is signed in once more: somebody else may sit at their browser. */
export async function requirePassword({ db, actor }: ActorContext, password: string): Promise<User> {
  await countTry(db, 'current password', actor.id)
  const user = await db.user.findUniqueOrThrow({ where: { id: actor.id } })
  if (!(await passwordMatches(user.passwordHash, password))) throw new AppError('auth.wrong_password')
  await forgetTries(db, 'current password', actor.id)
  return user
}

/** Changes the password and ends every sign-in, this one too: the browser signs in again with the new one. */
export async function changePassword(ctx: ActorContext, input: ChangePasswordInput): Promise<void> {
  const user = await requirePassword(ctx, input.currentPassword)
  checkPasswordChoice(input.newPassword, user)
  const passwordHash = await hashPassword(input.newPassword)
  await transact(ctx, async (ctx) => {
    const { tx } = ctx
    // It may have been replaced or disabled while this waited.
    const { count } = await tx.user.updateMany({
      where: { id: user.id, passwordHash: user.passwordHash, disabledAt: null },
      data: { passwordHash },
    })
    if (count === 0) throw new AppError('auth.wrong_password')
    await endSignIns(ctx, { userId: user.id, by: 'PASSWORD' })
  })
}

/** Takes one more role, or asks for it where an administrator has to say so first. */
export async function addRole(ctx: ActorContext, { role }: AddRoleInput): Promise<{ roleWaits: boolean }> {
  const how = howGiven(role, ctx.settings.appointment)
  if (how === 'NOT') throw new AppError('account.role_given')
  const { id: userId } = ctx.actor
  return transact(ctx, async (ctx) => {
    const before = await lockAccount(ctx.tx, userId)
    if (before.roles.includes(role)) return { roleWaits: false }
    if (how === 'ON_REQUEST') await askForRole(ctx, { userId, role })
    else {
      const after = { ...before, roles: [...before.roles, role] }
      await ctx.tx.user.update({ where: { id: userId }, data: { roles: after.roles } })
      accountChange(ctx, { userId, actorId: userId, before, after })
    }
    return { roleWaits: how === 'ON_REQUEST' }
  })
}

export async function signOutEverywhere(ctx: ActorContext): Promise<void> {
  await transact(ctx, (ctx) => endSignIns(ctx, { userId: ctx.actor.id, by: 'EVERYWHERE' }))
}
