import { refusal } from '@test/support/errors'
import { bearing, makeAccount, makeToken, password, programApi } from '@test/support/tokens'
import { wanting } from '@test/support/waiting'
import { testWorld } from '@test/support/world'
import { describe, expect, test } from 'vitest'
import { feedEvents } from '@/server/feeds/service'
import { bearerOf } from '@/server/tokens/bearer'
import { purgeTokens } from '@/server/tokens/purge'

const world = testWorld()
const DAY = 24 * 60

const input = {
  ...{ name: 'Timetable', scopes: ['classes:read' as const], days: 7 as const },
  currentPassword: password,
}

describe('a personal access token', () => {
  test('is shown once, kept as a hash, and counts as its person with its scopes', async () => {
    const maya = await makeAccount(world)
    const { token, ...made } = await world.api(maya).tokens.create(input)
    expect(token).toMatch(/^cf_pat_[\w-]{43}$/)
    expect(made).toMatchObject({ name: 'Timetable', scopes: ['classes:read'], lastUsedAt: null })
    expect(await bearing(world, token)).toEqual({ actor: maya, scopes: ['classes:read'] })
    const kept = JSON.stringify(await world.db.apiToken.findMany())
    expect(kept).not.toContain(token.slice('cf_pat_'.length))
    const listed = await world.api(maya).tokens.list()
    expect(listed).toHaveLength(1)
    expect(Object.keys(listed[0] ?? {}).sort()).toEqual(
      ['id', 'name', 'scopes', 'createdAt', 'expiresAt', 'lastUsedAt'].sort(),
    )
  })

  test('is not made without the password, which can be tried ten times in a quarter of an hour', async () => {
    const maya = await makeAccount(world)
    const guess = () => world.api(maya).tokens.create({ ...input, currentPassword: 'a guess at it' })
    for (let tries = 0; tries < 10; tries++) expect(await refusal(guess())).toBe('auth.wrong_password')
    expect(await refusal(world.api(maya).tokens.create(input))).toBe('request.too_many')
    expect(await world.db.apiToken.count()).toBe(0)
  })

  test('does what its scopes say and nothing else, and no token makes another', async () => {
    const maya = await makeAccount(world)
    const api = await programApi(world, await makeToken(world, maya, ['classes:read']))
    expect(await api.classes.taught({ archived: false })).toEqual([])
    const classInput = { name: 'Physics', timeZone: 'Europe/Berlin', lateAfterMinutes: 10 }
    expect(await refusal(api.classes.create(classInput))).toBe('tokens.scope_missing')
    expect(await refusal(api.account.me())).toBe('tokens.scope_missing')
    for (const call of [
      () => api.tokens.list(),
      () => api.tokens.create(input),
      () => api.account.addRole({ role: 'STUDENT' }),
      () => api.account.signOutEverywhere(),
      () => api.account.changePassword({ currentPassword: password, newPassword: 'quiet copper meadow' }),
    ])
      expect(await refusal(call())).toBe('tokens.sign_in_needed')
  })

  test('counts until it expires, by the clock', async () => {
    const maya = await makeAccount(world)
    const { token } = await world.api(maya).tokens.create(input)
    world.wait(7 * DAY - 1)
    await bearing(world, token)
    world.wait(1)
    expect(await refusal(bearing(world, token))).toBe('tokens.invalid')
    expect(await world.api(maya).tokens.list()).toHaveLength(1)
  })

  test('counts no more once it is revoked, which nobody else can do', async () => {
    const [maya, berta] = [await makeAccount(world), await makeAccount(world)]
    const { id: tokenId, token } = await world.api(maya).tokens.create(input)
    expect(await refusal(world.api(berta).tokens.revoke({ tokenId }))).toBe('request.not_found')
    await world.api(maya).tokens.revoke({ tokenId })
    expect(await refusal(bearing(world, token))).toBe('tokens.invalid')
    expect(await refusal(world.api(maya).tokens.revoke({ tokenId }))).toBe('request.not_found')
    expect(await world.api(maya).tokens.list()).toEqual([])
  })

  test('ends the streams that were opened with it when it is revoked', async () => {
    const maya = await makeAccount(world, ['STUDENT'])
    const { id: tokenId, token } = await world.api(maya).tokens.create(input)
    const bearer = await bearing(world, token)
    const ctx = world.as(bearer?.actor ?? maya, { via: 'API' })
    const stream = feedEvents(ctx, wanting(maya, { kind: 'today' }, '0'), undefined)
    expect(await stream.next()).toMatchObject({ done: false })
    await world.api(maya).tokens.revoke({ tokenId })
    for await (const told of stream)
      expect(told).toMatchObject([{}, { payload: { type: 'access.changed' } }, {}])
  })

  test('has the roles that its person has now, and nothing while the account is disabled', async () => {
    const maya = await makeAccount(world)
    const token = await makeToken(world, maya, ['classes:read'])
    await world.api(maya).account.addRole({ role: 'STUDENT' })
    expect((await bearing(world, token))?.actor.roles).toEqual(['TEACHER', 'STUDENT'])
    await world.db.user.update({ where: { id: maya.id }, data: { disabledAt: world.clock.now } })
    expect(await refusal(bearing(world, token))).toBe('tokens.invalid')
  })

  test('lives on when every sign-in is ended, as the page says', async () => {
    const maya = await makeAccount(world)
    const token = await makeToken(world, maya, ['classes:read'])
    await world.api(maya).account.signOutEverywhere()
    await world
      .api(maya)
      .account.changePassword({ currentPassword: password, newPassword: 'quiet copper meadow' })
    expect((await bearing(world, token))?.actor.id).toBe(maya.id)
  })

  test('tells when it was used, written once a minute at most', async () => {
    const maya = await makeAccount(world)
    const token = await makeToken(world, maya, ['classes:read'])
    const used = async () => (await world.api(maya).tokens.list())[0]?.lastUsedAt
    expect(await used()).toBeNull()
    const first = world.clock.now
    await bearing(world, token)
    world.clock.now = new Date(first.getTime() + 59_999)
    await bearing(world, token)
    expect(await used()).toEqual(first)
    world.clock.now = new Date(first.getTime() + 60_000)
    await bearing(world, token)
    expect(await used()).toEqual(world.clock.now)
  })

  test('is one of 20 at most, however many are made at once; those that count no more are not among them', async () => {
    const maya = await makeAccount(world)
    for (let made = 0; made < 18; made++) await makeToken(world, maya, ['classes:read'])
    const tries = await Promise.allSettled(
      Array.from({ length: 5 }, () => makeToken(world, maya, ['classes:read'])),
    )
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
    expect(await refusal(world.api(maya).tokens.create(input))).toBe('tokens.too_many')
    const [oldest] = await world.api(maya).tokens.list()
    await world.api(maya).tokens.revoke({ tokenId: oldest?.id ?? '' })
    await world.api(maya).tokens.create(input)
    world.wait(7 * DAY)
    await world.api(maya).tokens.create(input)
  })

  test.each([
    ['no scope', { ...input, scopes: [] }],
    ['a scope that there is not', { ...input, scopes: ['everything:write'] }],
    ['no end', { ...input, days: 100_000 }],
    ['no name', { ...input, name: ' ' }],
  ])('with %s is not made', async (_title, wrong) => {
    const maya = await makeAccount(world)
    expect(await refusal(world.api(maya).tokens.create(wrong as unknown as typeof input))).toBe('BAD_REQUEST')
  })
})

test.each([
  '',
  'Bearer',
  'Bearer ',
  'Basic bWF5YTpwYXNzd29yZA==',
  `Bearer cf_pat_${'a'.repeat(43)}`,
  `Bearer cf_pat_${'a'.repeat(42)}`,
  'Bearer cf_at_x.y',
  'Bearer cf_at_',
  `Bearer cf_rt_${'a'.repeat(86)}`,
  `Bearer ${'a'.repeat(5000)}`,
])('the header "%s" is nobody’s', async (header) => {
  expect(await refusal(bearerOf(world.context(), header))).toBe('tokens.invalid')
})

test('without the header nobody asks', async () => {
  expect(await bearerOf(world.context(), null)).toBeNull()
})

test('the ledger keeps who made and revoked which token, and neither its name nor its secret', async () => {
  const maya = await makeAccount(world)
  const { id: tokenId, token } = await world.api(maya).tokens.create({ ...input, name: 'Maya’s laptop' })
  await world.api(maya).tokens.revoke({ tokenId })
  const changes = await world.db.change.findMany({ orderBy: { id: 'asc' } })
  expect(changes).toMatchObject([
    { subject: 'token', subjectId: tokenId, actorId: maya.id, before: null, after: { revokedAt: null } },
    { subjectId: tokenId, actorId: maya.id, after: { scopes: ['classes:read'] } },
  ])
  const all = JSON.stringify(changes, (_, value) => (typeof value === 'bigint' ? String(value) : value))
  expect(all).not.toContain('laptop')
  expect(all).not.toContain(token)
})

test('what has counted no more for 30 days is cleared away', async () => {
  const maya = await makeAccount(world)
  const api = world.api(maya)
  await api.tokens.create(input)
  const { id: tokenId } = await api.tokens.create({ ...input, days: 365 })
  await api.tokens.create({ ...input, days: 90 })
  await api.tokens.revoke({ tokenId })
  const left = async () => {
    await purgeTokens(world.context())
    return world.db.apiToken.count()
  }
  world.wait(30 * DAY)
  expect(await left()).toBe(3)
  world.wait(1)
  expect(await left()).toBe(2)
  world.wait(7 * DAY)
  expect(await left()).toBe(1)
})
