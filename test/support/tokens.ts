import type { Scope } from '@/domain/scopes'
import { hashPassword } from '@/server/auth/password'
import type { Actor } from '@/server/context/context'
import { bearerOf } from '@/server/tokens/bearer'
import type { testWorld } from './world'

type World = ReturnType<typeof testWorld>

export const password = 'walnut stair lantern'
let passwordHash: Promise<string> | undefined

/** An account that can sign in with the password. */
export async function makeAccount(world: World, roles: Actor['roles'] = ['TEACHER']): Promise<Actor> {
  passwordHash ??= hashPassword(password)
  const actor = await world.user(roles)
  await world.db.user.update({ where: { id: actor.id }, data: { passwordHash: await passwordHash } })
  return actor
}

/** A token with these scopes, as it is shown once, of an account of `makeAccount`. */
export async function makeToken(world: World, actor: Actor, scopes: readonly Scope[]): Promise<string> {
  const input = { name: 'Script', scopes: [...scopes], days: 30 as const, currentPassword: password }
  return (await world.api(actor).tokens.create(input)).token
}

/** Who a token is taken for, through the door for programs. */
export const bearing = (world: World, token: string) => bearerOf(world.context(), `Bearer ${token}`)

/** Every procedure, called by a program that brings this token. */
export async function programApi(world: World, token: string) {
  const bearer = await bearing(world, token)
  if (!bearer) throw new Error('No bearer')
  return world.api(bearer.actor, { via: 'API', scopes: bearer.scopes })
}

/** Calls once whatever concerns tokens. */
export async function askEveryToken(world: World): Promise<void> {
  const actor = await makeAccount(world)
  const { email } = actor
  const api = world.api(actor)
  await makeToken(world, actor, ['classes:read'])
  for (const { id: tokenId } of await api.tokens.list()) await api.tokens.revoke({ tokenId })
  const { refreshToken } = await world.api().tokens.signIn({ email, password })
  const next = await world.api().tokens.refresh({ refreshToken })
  await world.api().tokens.signOut({ refreshToken: next.refreshToken })
  await world.api().tokens.signIn({ email, password })
  for (const { id: programId } of await api.tokens.programs()) await api.tokens.endProgram({ programId })
}
