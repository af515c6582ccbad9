import { randomUUID } from 'node:crypto'
import { access } from '@test/support/access'
import { makeClass } from '@test/support/factories'
import { makeAccount, makeToken, password, programApi } from '@test/support/tokens'
import { testWorld } from '@test/support/world'
import { TRPCError } from '@trpc/server'
import { describe, expect, test } from 'vitest'
import type { Role } from '@/domain/roles'
import { roleSchema } from '@/domain/roles-schema'
import { allScopes, scopeOf } from '@/domain/scopes'
import { MAX_TOKENS } from '@/domain/tokens'
import { appRouter } from '@/server/api/app-router'
import type { Actor, KioskActor } from '@/server/context/context'

const world = testWorld()

async function atKiosk(): Promise<KioskActor> {
  const teacher = await world.user(['TEACHER'])
  const { id: classId } = await makeClass(world.db, { teacher, students: [], now: world.clock.now })
  return {
    id: randomUUID(),
    placeId: classId,
    name: 'Front door',
    speaks: false,
    mode: 'ONE_AT_A_TIME',
    locale: null,
  }
}

const procedures = Object.keys(appRouter._def.procedures).sort()

test('the table names every procedure there is, and no other', () => {
  expect(Object.keys(access).sort()).toEqual(procedures)
})

/** Calls a procedure with an input that no procedure accepts: whoever may call it gets past the door and no further. */
async function knockWith(api: unknown, path: string): Promise<string> {
  const call = path.split('.').reduce((at, key) => (at as Record<string, unknown>)[key], api)
  try {
    await (call as (input: unknown) => Promise<unknown>)({ noSuchField: true })
    return 'answered'
  } catch (error) {
    return error instanceof TRPCError ? error.code : String(error)
  }
}

async function knock(path: string, role: Role | null, kiosk: KioskActor | null = null): Promise<string> {
  return knockWith(world.api(role && (await world.user([role])), { kiosk }), path)
}

/** Opened by a kiosk's or a browser's own cookie, which no person's sign-in is. */
const isForNoPerson = (path: string) => access[path] === 'kiosk' || access[path] === 'known-browser'

/** What the table says that a person with this role is told. */
function expected(path: string, role: Role): string {
  const allowed = access[path]
  if (isForNoPerson(path)) return 'UNAUTHORIZED'
  return Array.isArray(allowed) && !allowed.includes(role) ? 'FORBIDDEN' : 'let in'
}

describe.each(procedures)('%s', (path) => {
  test.each([null, ...roleSchema.options])('called by %s', async (role) => {
    const allowed = access[path]
    const answer = await knock(path, role)
    if (isForNoPerson(path)) expect(answer).toBe('UNAUTHORIZED')
    else if (role === null && allowed !== 'public') expect(answer).toBe('UNAUTHORIZED')
    else if (Array.isArray(allowed) && role && !allowed.includes(role)) expect(answer).toBe('FORBIDDEN')
    else expect(['answered', 'BAD_REQUEST']).toContain(answer)
  })
  test('called by a kiosk at a door', async () => {
    const answer = await knock(path, null, await atKiosk())
    if (access[path] === 'kiosk' || access[path] === 'public')
      expect(['answered', 'BAD_REQUEST']).toContain(answer)
    else expect(answer).toBe('UNAUTHORIZED')
  })
})

type Api = Awaited<ReturnType<typeof programApi>>

/** Knocks everywhere and gives back where the answer is another than the one that is due. */
async function elsewhere(due: (path: string) => string, door: (path: string) => Promise<Api>) {
  const wrong: string[] = []
  // Last what ends every sign-in of the person.
  const ending = (path: string) => Number(path === 'account.signOutEverywhere')
  for (const path of procedures.toSorted((a, b) => ending(a) - ending(b))) {
    const answer = await knockWith(await door(path), path)
    const told = ['answered', 'BAD_REQUEST'].includes(answer) ? 'let in' : answer
    if (told !== due(path)) wrong.push(`${path}: ${answer}`)
  }
  return wrong
}

const scopeOfProcedure = (path: string) => {
  const all = appRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>
  return scopeOf(path, all[path]?._def.type === 'mutation' ? 'mutation' : 'query')
}

describe.each(roleSchema.options)('through the door for programs, %s', (role) => {
  test('finds the same doors open as in a browser, once signed in', async () => {
    const { email } = await makeAccount(world, [role])
    const { accessToken } = await world.api().tokens.signIn({ email, password })
    expect(
      await elsewhere(
        (path) => expected(path, role),
        () => programApi(world, accessToken),
      ),
    ).toEqual([])
  })

  test('finds the same doors open with a token of every scope, but those that no token opens', async () => {
    const token = await makeToken(world, await makeAccount(world, [role]), allScopes)
    const due = (path: string) =>
      expected(path, role) === 'let in' && access[path] !== 'public' && !scopeOfProcedure(path)
        ? 'FORBIDDEN'
        : expected(path, role)
    expect(await elsewhere(due, () => programApi(world, token))).toEqual([])
  })

  test('finds every door closed for which the token has no scope, whatever else it has', async () => {
    const tokens = await tokensLackingOne(() => makeAccount(world, [role]))
    const due = (path: string) =>
      isForNoPerson(path) ? 'UNAUTHORIZED' : access[path] === 'public' ? 'let in' : 'FORBIDDEN'
    const door = (path: string) => programApi(world, tokens.get(scopeOfProcedure(path)) ?? '')
    expect(await elsewhere(due, door)).toEqual([])
  })
})

/** For each scope a token that has all the others; and one with all of them, for where none will do. Nobody has too many. */
async function tokensLackingOne(someAccount: () => Promise<Actor>) {
  const tokens = new Map<string | null, string>()
  let actor = await someAccount()
  for (const [index, lacking] of [null, ...allScopes].entries()) {
    if (index > 0 && index % MAX_TOKENS === 0) actor = await someAccount()
    const scopes = allScopes.filter((scope) => scope !== lacking)
    tokens.set(lacking, await makeToken(world, actor, scopes))
  }
  return tokens
}
