import 'server-only'
import {
  type AddRoleInput,
  type ChangePasswordInput,
  mayChooseRole,
  type ProfileInput,
  type ReadingInput,
  type SelfChosenRole,
  type SignUpInput,
} from '@/domain/account'
import { AppError } from '@/domain/errors'
import { checkPasswordChoice, hashPassword, passwordMatches } from '../auth/password'
import type { Actor, ActorContext, ServiceContext } from '../context/context'
import { isUniqueViolation } from '../db/errors'
import type { User } from '../db/generated/client'
import { countTry, forgetTries } from '../limits/limits'
import { transact } from '../live/publish'
import { endSignIns } from './end-sign-ins'

function requireOpen({ settings }: ServiceContext, role: SelfChosenRole): void {
  if (!mayChooseRole(role, settings.openRoles)) throw new AppError('account.role_given')
}

/** Makes an account with one role. */
export async function signUp(ctx: ServiceContext, input: SignUpInput): Promise<{ id: string }> {
  requireOpen(ctx, input.role)
  checkPasswordChoice(input.password, input)
  await countTry(ctx.db, 'sign-up address', ctx.address)
  await countTry(ctx.db, 'sign-up account and address', `${input.email} from ${ctx.address}`)
  const passwordHash = await hashPassword(input.password)
  try {
    const { name, email, role } = input
    return await ctx.db.user.create({
      data: { name, email, passwordHash, roles: [role], createdAt: ctx.clock() },
      select: { id: true },
    })
  } catch (error) {
    throw isUniqueViolation(error) ? new AppError('account.email_taken') : error
  }
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
    await tx.user.update({ where: { id: user.id }, data: { passwordHash } })
    await endSignIns(ctx, { userId: user.id, by: 'PASSWORD' })
  })
}

export async function addRole(ctx: ActorContext, input: AddRoleInput): Promise<void> {
  requireOpen(ctx, input.role)
  await ctx.db.user.updateMany({
    where: { id: ctx.actor.id, NOT: { roles: { has: input.role } } },
    data: { roles: { push: input.role } },
  })
}

export async function signOutEverywhere(ctx: ActorContext): Promise<void> {
  await transact(ctx, (ctx) => endSignIns(ctx, { userId: ctx.actor.id, by: 'EVERYWHERE' }))
}
