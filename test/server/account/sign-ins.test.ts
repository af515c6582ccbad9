import { randomUUID } from 'node:crypto'
import { refusal } from '@test/support/errors'
import { testWorld } from '@test/support/world'
import { describe, expect, test } from 'vitest'
import { MAX_SIGN_INS, SIGN_IN_HOURS, type SignedOutReason, signInEnd } from '@/domain/sign-ins'
import { endSignIns } from '@/server/account/end-sign-ins'
import { beginSignIn, purgeSignIns, signOut } from '@/server/account/sign-ins'
import { signedIn } from '@/server/account/signed-in'
import { hashPassword } from '@/server/auth/password'
import type { Actor } from '@/server/context/context'
import { transact } from '@/server/live/publish'

const world = testWorld()
const HOUR = 60
const userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0'
const password = 'walnut stair lantern'

const begin = (account: Actor, before: string | null = null) =>
  beginSignIn(world.context(), { account, way: 'PASSWORD', userAgent, before })
/** Who comes with a cookie that names it, whether it is the browser's own or a copy. */
const comes = ({ id: userId }: Actor, signInId: string) => signedIn(world.context(), { userId, signInId })
const counts = async (person: Actor, signInId: string) => (await comes(person, signInId)) !== null
const row = (id: string) => world.db.signIn.findUniqueOrThrow({ where: { id } })

async function anna() {
  const person = await world.user(['STUDENT', 'TEACHER'], 'Anna Berg')
  const passwordHash = await hashPassword(password)
  await world.db.user.update({ where: { id: person.id }, data: { passwordHash, locale: 'de' } })
  return person
}

describe('a sign-in', () => {
  test('is its person, with the roles of that moment and how they read', async () => {
    const person = await anna()
    const signInId = await begin(person)
    const reading = { locale: 'de', timeZone: null, ofDemo: false, until: signInEnd(world.clock.now) }
    expect(await comes(person, signInId)).toEqual({ ...person, ...reading, signInId })
    await world.db.user.update({ where: { id: person.id }, data: { roles: ['STUDENT'] } })
    await world.db.demoAccount.create({ data: { userId: person.id } })
    expect(await comes(person, signInId)).toMatchObject({ roles: ['STUDENT'], ofDemo: true })
  })

  test('counts for nobody else, and one that never was for nobody', async () => {
    const [person, other] = [await anna(), await world.user(['TEACHER'])]
    const signInId = await begin(person)
    expect(await counts(other, signInId)).toBe(false)
    expect(await counts(person, randomUUID())).toBe(false)
  })

  test('counts for 8 hours, however busy the person is, and its row goes after them', async () => {
    const person = await anna()
    const signInId = await begin(person)
    for (let hour = 1; hour < 8; hour++) {
      world.wait(HOUR)
      expect(await counts(person, signInId), `after ${hour} hours`).toBe(true)
    }
    await purgeSignIns(world.context())
    expect(await world.db.signIn.count()).toBe(1)
    world.wait(HOUR)
    expect(await counts(person, signInId)).toBe(false)
    expect(await world.api(person).account.signIns()).toEqual([])
    await purgeSignIns(world.context())
    expect(await world.db.signIn.count()).toBe(0)
  })

  test('tells when it was used last, to the minute', async () => {
    const person = await anna()
    const signInId = await begin(person)
    const { createdAt } = await row(signInId)
    world.clock.now = new Date(createdAt.getTime() + 59_000)
    await comes(person, signInId)
    expect((await row(signInId)).lastUsedAt).toEqual(createdAt)
    world.clock.now = new Date(createdAt.getTime() + 60_000)
    await comes(person, signInId)
    expect((await row(signInId)).lastUsedAt).toEqual(world.clock.now)
  })

  test('that was signed out is nobody’s, whoever has a copy; others of the person go on', async () => {
    const person = await anna()
    const [here, elsewhere] = [await begin(person), await begin(person)]
    await signOut(world.context(), { signInId: here })
    expect(await counts(person, here)).toBe(false)
    expect(await counts(person, elsewhere)).toBe(true)
    expect(await row(here)).toMatchObject({ endedAt: world.clock.now, endedBy: 'SIGNED_OUT' })
    world.wait(1)
    await signOut(world.context(), { signInId: here })
    expect(await row(here)).not.toMatchObject({ endedAt: world.clock.now })
  })

  test('ends when somebody else, or the same person, signs in in that browser', async () => {
    const [person, other] = [await anna(), await world.user(['TEACHER'])]
    const first = await begin(person)
    const second = await begin(other, first)
    expect(await counts(person, first)).toBe(false)
    expect(await row(first)).toMatchObject({ endedBy: 'REPLACED' })
    const third = await begin(other, second)
    expect([await counts(other, second), await counts(other, third)]).toEqual([false, true])
  })

  test.each([
    ['the password is changed', 'PASSWORD'],
    ['the person signs out everywhere', 'EVERYWHERE'],
    ['the account is closed to them', 'ACCOUNT'],
  ] as const)('ends everywhere when %s', async (_title, by) => {
    const [person, other] = [await anna(), await world.user(['TEACHER'])]
    const [here, elsewhere, others] = [await begin(person), await begin(person), await begin(other)]
    const { account } = world.api(person)
    if (by === 'PASSWORD')
      await account.changePassword({ currentPassword: password, newPassword: 'quiet copper meadow' })
    else if (by === 'EVERYWHERE') await account.signOutEverywhere()
    else await transact(world.context(), (ctx) => endSignIns(ctx, { userId: person.id, by }))
    const { sessionVersion } = await world.db.user.findUniqueOrThrow({ where: { id: person.id } })
    const now = { ...person, sessionVersion }
    for (const id of [here, elsewhere]) {
      expect(await counts(now, id)).toBe(false)
      expect(await row(id)).toMatchObject({ endedBy: by })
    }
    expect(await world.api(now).account.signIns()).toEqual([])
    expect(await counts(other, others)).toBe(true)
  })

  test('that was begun while all of them ended does not count', async () => {
    const person = await anna()
    await world.api(person).account.signOutEverywhere()
    const late = await begin(person)
    expect(await counts(person, late)).toBe(false)
  })

  test('of a disabled account does not count', async () => {
    const person = await anna()
    const signInId = await begin(person)
    await world.db.user.update({ where: { id: person.id }, data: { disabledAt: world.clock.now } })
    expect(await counts(person, signInId)).toBe(false)
  })
})

describe('why a browser is signed in no more', () => {
  const endIn8 = () => signInEnd(world.clock.now).toISOString()
  /** What a page of this person's is told in a browser whose cookie names this sign-in. */
  const told = async (person: Actor, signInId: string | null, until = endIn8()) => {
    const named = async () => (signInId ? { userId: person.id, signInId } : null)
    const { why } = await world.api(null, { named }).account.whySignedOut({ viewerId: person.id, until })
    return why
  }

  const endings: [SignedOutReason, (person: Actor, signInId: string) => Promise<unknown>][] = [
    ['here', (_, signInId) => signOut(world.context(), { signInId })],
    [
      'elsewhere',
      async (person, signInId) =>
        world.api(person, { signInId: await begin(person) }).account.endSignIn({ signInId }),
    ],
    ['everywhere', (person) => world.api(person).account.signOutEverywhere()],
    [
      'everywhere',
      async (person) =>
        world.api(await world.user(['ADMIN'])).people.endSignIns({ userId: person.id, reason: 'Asked for' }),
    ],
    [
      'password',
      (person) =>
        world
          .api(person)
          .account.changePassword({ currentPassword: password, newPassword: 'quiet copper meadow' }),
    ],
    [
      'disabled',
      async (person) =>
        world.api(await world.user(['ADMIN'])).people.disable({ userId: person.id, reason: 'Asked for' }),
    ],
    ['replaced', async (person, signInId) => void (await begin(person, signInId))],
    ['expired', async () => world.wait(SIGN_IN_HOURS * HOUR)],
  ]

  test.each(endings)('is told: %s', async (why, end) => {
    const person = await anna()
    const signInId = await begin(person)
    expect(await told(person, signInId), 'while it counts').toBeNull()
    await end(person, signInId)
    expect(await told(person, signInId)).toBe(why)
  })

  test('is told by its hours where its row is gone with them, or the browser has dropped its cookie', async () => {
    const person = await anna()
    const signInId = await begin(person)
    const until = endIn8()
    expect(await told(person, null, until), 'before them: in another tab').toBe('here')
    world.wait(SIGN_IN_HOURS * HOUR)
    await purgeSignIns(world.context())
    expect(await told(person, signInId, until)).toBe('expired')
    expect(await told(person, null, until)).toBe('expired')
  })

  test('is told where somebody else has signed in in it', async () => {
    const [person, other] = [await anna(), await world.user(['TEACHER'])]
    const signInId = await begin(other, await begin(person))
    const named = async () => ({ userId: other.id, signInId })
    const asked = { viewerId: person.id, until: endIn8() }
    expect(await world.api(other, { named, signInId }).account.whySignedOut(asked)).toEqual({
      why: 'replaced',
    })
  })

  test('is told to nobody whose cookie does not name it', async () => {
    const [person, stranger] = [await anna(), await world.user(['STUDENT'])]
    const signInId = await begin(person)
    const before = await told(person, null)
    await world.api(await world.user(['ADMIN'])).people.disable({ userId: person.id, reason: 'Asked for' })
    expect(await told(person, null), 'without one').toBe(before)
    const asked = { viewerId: person.id, until: endIn8() }
    for (const claims of [
      { userId: stranger.id, signInId },
      { userId: stranger.id, signInId: await begin(stranger) },
    ])
      expect(await world.api(null, { named: async () => claims }).account.whySignedOut(asked)).toEqual({
        why: 'replaced',
      })
    expect(await told({ ...person, id: stranger.id }, signInId), 'of somebody else').toBeNull()
  })
})

describe('the list of sign-ins', () => {
  test('names each browser and by what it began, the one used last first, and marks this one', async () => {
    const person = await anna()
    const here = await begin(person)
    world.wait(5)
    const began = world.clock.now
    const face = { account: person, way: 'FACE', userAgent: '', before: null } as const
    const elsewhere = await beginSignIn(world.context(), face)
    await begin(await world.user(['STUDENT']))
    const list = await world.api(person, { signInId: here }).account.signIns()
    expect(list).toEqual([
      {
        ...{ id: elsewhere, way: 'FACE', browser: null, system: null, current: false },
        ...{ createdAt: began, lastUsedAt: began },
      },
      {
        ...{ id: here, way: 'PASSWORD', browser: 'Firefox', system: 'Linux', current: true },
        ...{ createdAt: expect.any(Date), lastUsedAt: expect.any(Date) },
      },
    ])
  })

  test('ends one of them, which the ledger keeps', async () => {
    const person = await anna()
    const [here, elsewhere] = [await begin(person), await begin(person)]
    const { account } = world.api(person, { signInId: here })
    await account.endSignIn({ signInId: elsewhere })
    expect([await counts(person, here), await counts(person, elsewhere)]).toEqual([true, false])
    expect(await account.signIns()).toMatchObject([{ id: here }])
    expect(await refusal(account.endSignIn({ signInId: elsewhere }))).toBe('request.not_found')
    expect(await world.db.change.findMany()).toMatchObject([
      {
        ...{ subject: 'sign-in', subjectId: elsewhere, actorId: person.id },
        after: { userId: person.id, endedBy: 'REVOKED' },
      },
    ])
  })

  test('ends nothing of somebody else’s', async () => {
    const [person, other] = [await anna(), await world.user(['TEACHER', 'ADMIN'])]
    const signInId = await begin(person)
    expect(await refusal(world.api(other).account.endSignIn({ signInId }))).toBe('request.not_found')
    expect(await counts(person, signInId)).toBe(true)
  })

  test(`holds ${MAX_SIGN_INS}: one more ends the one that began first, and nobody else’s`, async () => {
    const [person, other] = [await anna(), await world.user(['TEACHER'])]
    const others = await begin(other)
    const ids: string[] = []
    for (let more = 0; more <= MAX_SIGN_INS; more++) {
      world.clock.now = new Date(world.clock.now.getTime() + 1000)
      ids.push(await begin(person))
    }
    const [first, ...rest] = ids
    expect(await row(first ?? '')).toMatchObject({ endedBy: 'REPLACED' })
    const inForce = await world.db.signIn.findMany({ where: { userId: person.id, endedAt: null } })
    expect(inForce.map(({ id }) => id).sort()).toEqual(rest.sort())
    expect(await counts(other, others)).toBe(true)
  })
})
