import { refusal } from '@test/support/errors'
import { bearing, makeAccount, password, programApi } from '@test/support/tokens'
import { testWorld } from '@test/support/world'
import { describe, expect, test } from 'vitest'
import { signIn } from '@/server/account/sign-in'
import type { Actor } from '@/server/context/context'
import { purgeTokens } from '@/server/tokens/purge'

const world = testWorld()
const DAY = 24 * 60

const signInAs = ({ email }: Actor, program?: string) =>
  world.api(null, { via: 'API' }).tokens.signIn({ email, password, ...(program && { program }) })
const refresh = (refreshToken: string) => world.api(null, { via: 'API' }).tokens.refresh({ refreshToken })

describe('a program', () => {
  test('signs in with email and password, and may do what its person may', async () => {
    const maya = await makeAccount(world)
    const pair = await signInAs(maya, 'Gradebook')
    const later = (minutes: number) => new Date(world.clock.now.getTime() + minutes * 60_000)
    expect(pair).toMatchObject({
      ...{ tokenType: 'Bearer', accessExpiresAt: later(15), refreshExpiresAt: later(30 * DAY) },
    })
    expect(await bearing(world, pair.accessToken)).toEqual({ actor: maya, scopes: 'all' })
    const api = await programApi(world, pair.accessToken)
    expect(await api.account.me()).toMatchObject({ email: maya.email })
    expect(await api.tokens.programs()).toMatchObject([{ name: 'Gradebook', endedAt: null }])
    const kept = JSON.stringify(await world.db.programSignIn.findMany())
    expect(kept).not.toContain(pair.refreshToken.slice(6, 49))
  })

  test('can make a personal token, because it has signed in', async () => {
    const maya = await makeAccount(world)
    const api = await programApi(world, (await signInAs(maya)).accessToken)
    const input = { name: 'Script', scopes: ['classes:read' as const], days: 7 as const }
    const { token } = await api.tokens.create({ ...input, currentPassword: password })
    expect((await bearing(world, token))?.scopes).toEqual(['classes:read'])
  })

  test('is the person for 15 minutes, and for 30 days more with each refresh', async () => {
    const maya = await makeAccount(world)
    const first = await signInAs(maya)
    world.wait(16)
    expect(await refusal(bearing(world, first.accessToken))).toBe('tokens.invalid')
    world.wait(29 * DAY)
    const second = await refresh(first.refreshToken)
    await bearing(world, second.accessToken)
    world.wait(30 * DAY)
    expect(await refusal(refresh(second.refreshToken))).toBe('tokens.invalid')
  })

  test('signs in again after a year, however often it refreshed', async () => {
    let pair = await signInAs(await makeAccount(world))
    const end = new Date(world.clock.now.getTime() + 365 * DAY * 60_000)
    for (let month = 0; month < 13; month++) {
      world.wait(28 * DAY)
      pair = await refresh(pair.refreshToken)
    }
    expect(pair.refreshExpiresAt).toEqual(end)
    world.wait(DAY)
    expect(await refusal(refresh(pair.refreshToken))).toBe('tokens.invalid')
  })

  test('that brings a refresh token a second time ends the sign-in, for whoever has the new one too', async () => {
    const maya = await makeAccount(world)
    const first = await signInAs(maya)
    const second = await refresh(first.refreshToken)
    expect(await refusal(refresh(first.refreshToken))).toBe('tokens.reused')
    expect(await refusal(refresh(second.refreshToken))).toBe('tokens.invalid')
    for (const { accessToken } of [first, second])
      expect(await refusal(bearing(world, accessToken))).toBe('tokens.invalid')
    const { id } = await world.db.programSignIn.findFirstOrThrow()
    expect(await world.db.change.findMany()).toMatchObject([
      {
        ...{ subject: 'program sign-in', subjectId: id, actorId: null, via: 'API', at: world.clock.now },
        after: { userId: maya.id, endedBy: 'REUSE' },
      },
    ])
    expect(await world.api(maya).tokens.programs()).toMatchObject([{ id, endedAt: world.clock.now }])
  })

  test('that refreshes several times at once gets one answer, and has to sign in again', async () => {
    const maya = await makeAccount(world)
    const other = await signInAs(maya)
    const { refreshToken } = await signInAs(maya)
    const answers = await Promise.allSettled(Array.from({ length: 5 }, () => refresh(refreshToken)))
    const won = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []))
    expect(won).toHaveLength(1)
    expect(await refusal(bearing(world, won[0]?.accessToken ?? ''))).toBe('tokens.invalid')
    expect(await world.db.change.count()).toBe(1)
    await refresh(other.refreshToken)
  })

  test('ends nothing with a refresh token that was never given out', async () => {
    const { refreshToken } = await signInAs(await makeAccount(world))
    for (const made of ['', 'cf_rt_', `cf_rt_${'a'.repeat(86)}`, `${refreshToken}a`])
      expect(await refusal(refresh(made))).toBe('tokens.invalid')
    await refresh(refreshToken)
  })

  test('signs out by itself, and what it brings then may be anything', async () => {
    const maya = await makeAccount(world)
    const { accessToken, refreshToken } = await signInAs(maya)
    const signOut = (token: string) => world.api().tokens.signOut({ refreshToken: token })
    await signOut('cf_rt_nothing')
    await bearing(world, accessToken)
    await signOut(refreshToken)
    await signOut(refreshToken)
    expect(await refusal(bearing(world, accessToken))).toBe('tokens.invalid')
    expect(await refusal(refresh(refreshToken))).toBe('tokens.invalid')
    expect(await world.api(maya).tokens.programs()).toEqual([])
  })

  test('is ended by its person on the account page, and by nobody else', async () => {
    const [maya, berta] = [await makeAccount(world), await makeAccount(world)]
    const { accessToken } = await signInAs(maya)
    const [row] = await world.api(maya).tokens.programs()
    const programId = row?.id ?? ''
    expect(await refusal(world.api(berta).tokens.endProgram({ programId }))).toBe('request.not_found')
    await world.api(maya).tokens.endProgram({ programId })
    expect(await refusal(bearing(world, accessToken))).toBe('tokens.invalid')
  })

  test.each(['signing out everywhere', 'a new password', 'disabling the account'])(
    'is signed out by %s',
    async (way) => {
      const maya = await makeAccount(world)
      const { accessToken, refreshToken } = await signInAs(maya)
      const change = { currentPassword: password, newPassword: 'quiet copper meadow' }
      if (way === 'signing out everywhere') await world.api(maya).account.signOutEverywhere()
      else if (way === 'a new password') await world.api(maya).account.changePassword(change)
      else await world.db.user.update({ where: { id: maya.id }, data: { disabledAt: world.clock.now } })
      expect(await refusal(bearing(world, accessToken))).toBe('tokens.invalid')
      expect(await refusal(refresh(refreshToken))).toBe('tokens.invalid')
      if (way === 'disabling the account') return
      const { sessionVersion } = await world.db.user.findUniqueOrThrow({ where: { id: maya.id } })
      expect(await world.api({ ...maya, sessionVersion }).tokens.programs()).toEqual([])
    },
  )

  test('is one of 20 at most: one more ends the one that was used longest ago', async () => {
    const maya = await makeAccount(world)
    const pairs = []
    for (let made = 0; made < 21; made++) {
      world.clock.now = new Date(world.clock.now.getTime() + 1000)
      pairs.push(await signInAs(maya))
    }
    expect(await world.api(maya).tokens.programs()).toHaveLength(20)
    expect(await refusal(refresh(pairs[0]?.refreshToken ?? ''))).toBe('tokens.invalid')
    await refresh(pairs[1]?.refreshToken ?? '')
  })

  test('is forgotten 30 days after its end', async () => {
    const maya = await makeAccount(world)
    await signInAs(maya)
    const { refreshToken } = await signInAs(maya)
    await world.api().tokens.signOut({ refreshToken })
    world.wait(30 * DAY + 1)
    await purgeTokens(world.context())
    expect(await world.db.programSignIn.count()).toBe(1)
    world.wait(30 * DAY)
    await purgeTokens(world.context())
    expect(await world.db.programSignIn.count()).toBe(0)
  })
})

describe('signing in for programs', () => {
  const from = (address: string) => world.context(null, { address })
  const tryAs = (email: string, typed: string, address: string) =>
    refusal(world.api(null, { address }).tokens.signIn({ email, password: typed }))

  test('answers an unknown email, a wrong password and a disabled account alike', async () => {
    const maya = await makeAccount(world)
    expect(await tryAs('nobody@example.org', password, 'a')).toBe('auth.wrong_credentials')
    expect(await tryAs(maya.email, 'not the password', 'a')).toBe('auth.wrong_credentials')
    await world.db.user.update({ where: { id: maya.id }, data: { disabledAt: world.clock.now } })
    expect(await tryAs(maya.email, password, 'a')).toBe('auth.wrong_credentials')
    expect(await world.db.programSignIn.count()).toBe(0)
  })

  test('counts with the browser’s sign-in: nobody gets their tries twice', async () => {
    const { email } = await makeAccount(world)
    for (let tries = 0; tries < 5; tries++) {
      await refusal(signIn(from('a'), { email, password: 'not the password' }))
      await tryAs(email, 'not the password', 'a')
    }
    expect(await tryAs(email, password, 'a')).toBe('request.too_many')
    expect(await refusal(signIn(from('a'), { email, password }))).toBe('request.too_many')
    await signIn(from('b'), { email, password })
  })

  test('takes as long for an unknown email as for a wrong password', async () => {
    const { email } = await makeAccount(world)
    const time = async (address: string) => {
      const start = process.hrtime.bigint()
      await tryAs(address, 'not the password', 'c')
      return Number(process.hrtime.bigint() - start)
    }
    const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] }
    for (let round = 0; round < 5; round++) {
      times.known.push(await time(email))
      times.unknown.push(await time('nobody@example.org'))
    }
    const middle = (list: number[]) => list.sort((a, b) => a - b)[2] ?? 0
    expect(middle(times.unknown)).toBeGreaterThan(middle(times.known) / 3)
  })
})
