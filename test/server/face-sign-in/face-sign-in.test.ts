import { framesFor } from '@test/support/challenge-answers'
import { consentedTo } from '@test/support/consents'
import { refusal } from '@test/support/errors'
import { enrolAs } from '@test/support/kiosk-world'
import type { Sitter } from '@test/support/sample-portraits'
import { testWorld } from '@test/support/world'
import { describe, expect, test } from 'vitest'
import { rememberDevice } from '@/server/account/devices'
import type { Actor } from '@/server/context/context'
import { availableModels } from '@/server/face/model-store'
import { redeemTicket } from '@/server/face-sign-in/ticket'
import { errorLine } from '@/server/words/sentences'

const world = testWorld()
const device = 'd'.repeat(64)
// Nobody signs in by face where a living face cannot be told from a picture.
const { pad } = await availableModels('.models')

const signedInHere = (person: Actor, key = device) =>
  rememberDevice(world.context(), { userId: person.id, device: key, userAgent: '' })

/** Anna, enrolled, who has signed in with her password in this browser and switched the face on. */
async function annaAtHome() {
  const anna = await world.user(['STUDENT'], 'Anna')
  await enrolAs(world, anna, 'anna')
  await world.api(anna).faceSignIn.set({ on: true })
  await signedInHere(anna)
  return anna
}

const here = (key: string | null = device) => world.api(null, { device: key }).faceSignIn
const isOffered = async ({ email }: Actor, key: string | null = device) =>
  (await here(key).offered({ email })).offered

/** Does the movements as this sitter, and answers the ticket. */
async function lookIn({ email }: Actor, who: Sitter = 'anna'): Promise<string> {
  const { id, steps } = await here().start({ email })
  const { frames, at } = await framesFor(steps, who)
  const form = new FormData()
  form.set('email', email)
  form.set('challengeId', id)
  for (const frame of frames) form.append('frame', frame)
  for (const time of at) form.append('at', String(time))
  world.wait(0.1)
  return (await here().verify(form)).ticket
}

const redeem = (ticket: string, key: string | null = device) =>
  redeemTicket(world.context(null, { device: key }), { ticket })

describe.skipIf(!pad)('signing in by face', () => {
  test('gives the account what a password gives, once', async () => {
    const anna = await annaAtHome()
    expect(await isOffered(anna)).toBe(true)
    const ticket = await lookIn(anna)
    expect(await redeem(ticket)).toEqual({ id: anna.id, sessionVersion: 0 })
    expect(await refusal(redeem(ticket))).toBe('auth.use_password')
    expect(await world.db.faceCheck.findFirst()).toMatchObject({
      purpose: 'SIGN_IN',
      sessionId: null,
      liveness: 'CHALLENGE',
      outcome: 'MATCHED',
    })
  })

  test('of two requests with one ticket lets one in', async () => {
    const ticket = await lookIn(await annaAtHome())
    const both = await Promise.allSettled([redeem(ticket), redeem(ticket)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('by somebody else is refused, and counts as a miss', async () => {
    const anna = await annaAtHome()
    expect(await refusal(lookIn(anna, 'berta'))).toBe('auth.face_not_recognised')
    expect(await world.db.faceLock.findUnique({ where: { key: `person:${anna.id}` } })).toMatchObject({
      misses: 1,
    })
  })

  test('pauses after five misses in a row', async () => {
    const anna = await annaAtHome()
    for (let i = 0; i < 5; i++) expect(await refusal(lookIn(anna, 'berta'))).toBe('auth.face_not_recognised')
    expect(await refusal(lookIn(anna))).toBe('auth.face_paused')
  })

  test('names the password and no session’s code, whatever the face is refused for', async () => {
    const anna = await annaAtHome()
    const key = `person:${anna.id}`
    await world.db.faceLock.create({ data: { key, misses: 49, updatedAt: world.clock.now } })
    expect(await refusal(lookIn(anna, 'berta'))).toBe('auth.face_off')
    for (const code of ['auth.face_off', 'auth.face_paused', 'auth.face_not_recognised'] as const) {
      expect(errorLine(code, { seconds: 30 })).toMatch(/sign in with your password/i)
      expect(errorLine(code, { seconds: 30 })).not.toMatch(/code/)
    }
  })

  test('needs the movements: frames without a challenge are no sign-in', async () => {
    const { email } = await annaAtHome()
    const { frames } = await framesFor(['TURN_LEFT', 'LOOK_UP'], 'anna')
    const form = new FormData()
    form.set('email', email)
    for (const frame of frames.slice(0, 3)) form.append('frame', frame)
    expect(await refusal(here().verify(form))).toBe('BAD_REQUEST')
  })

  test('with a ticket of another browser, a changed one or one of a minute ago is refused', async () => {
    const anna = await annaAtHome()
    const ticket = await lookIn(anna)
    expect(await refusal(redeem(ticket, 'e'.repeat(64)))).toBe('auth.use_password')
    expect(await refusal(redeem(ticket, null))).toBe('auth.use_password')
    expect(await refusal(redeem(`${ticket.slice(0, -2)}AA`))).toBe('auth.use_password')
    expect(await refusal(redeem(''))).toBe('auth.use_password')
    world.wait(1.01)
    expect(await refusal(redeem(ticket))).toBe('auth.use_password')
  })

  test('sends somebody with a look-alike to the password', async () => {
    const anna = await annaAtHome()
    const twin = await world.user(['STUDENT'])
    const { recogniser: model } = await world.context().faceEngine()
    const [aId = '', bId = ''] = [anna.id, twin.id].sort()
    await world.db.lookAlike.create({ data: { model, aId, bId, similarity: 0.8, foundAt: world.clock.now } })
    expect(await refusal(lookIn(anna))).toBe('auth.use_password')
  })
})

describe.skipIf(!pad)('what is offered', () => {
  test('in a browser that the account has not signed in with is the same for everybody', async () => {
    const anna = await annaAtHome()
    const nobody = { email: 'nobody@example.org' }
    for (const key of [null, 'e'.repeat(64)]) {
      expect(await here(key).offered({ email: anna.email })).toEqual({ offered: false })
      expect(await here(key).offered(nobody)).toEqual({ offered: false })
      expect(await refusal(here(key).start({ email: anna.email }))).toBe('auth.use_password')
      expect(await refusal(here(key).start(nobody))).toBe('auth.use_password')
    }
  })

  test('is whatever notice the person agreed to, as for clocking in', async () => {
    const anna = await annaAtHome()
    await consentedTo(world, 1)
    expect(await isOffered(anna)).toBe(true)
    expect(await redeem(await lookIn(anna))).toMatchObject({ id: anna.id })
  })

  test('is off until the person switches it on', async () => {
    const anna = await annaAtHome()
    await world.api(anna).faceSignIn.set({ on: false })
    expect(await isOffered(anna)).toBe(false)
  })

  test.each<[string, (anna: Actor) => Promise<unknown>]>([
    ['the person has withdrawn', (anna) => world.api(anna).enrolment.withdraw()],
    ['the browser is revoked', (anna) => world.api(anna).account.revokeAllDevices()],
    ['the person has signed out everywhere', (anna) => world.api(anna).account.signOutEverywhere()],
    [
      'the face is off',
      (anna) => world.db.user.update({ where: { id: anna.id }, data: { faceOff: 'STAFF' } }),
    ],
    [
      'the account is disabled',
      (anna) => world.db.user.update({ where: { id: anna.id }, data: { disabledAt: world.clock.now } }),
    ],
    [
      'they have become an administrator',
      (anna) => world.db.user.update({ where: { id: anna.id }, data: { roles: { push: 'ADMIN' } } }),
    ],
    ['180 days have gone by', async () => world.wait(181 * 24 * 60)],
  ])('is nothing once %s, not even to a ticket in hand', async (_title, change) => {
    const anna = await annaAtHome()
    const ticket = await lookIn(anna)
    await change(anna)
    expect(await isOffered(anna)).toBe(false)
    expect(await refusal(redeem(ticket))).toBe('auth.use_password')
  })

  test('does not come back with a new consent', async () => {
    const anna = await annaAtHome()
    await world.api(anna).enrolment.withdraw()
    await enrolAs(world, anna, 'anna')
    expect(await isOffered(anna)).toBe(false)
  })
})

describe.skipIf(!pad)('switching it on', () => {
  test('needs photos', async () => {
    const anna = await world.user(['STUDENT'])
    const api = world.api(anna).faceSignIn
    expect(await api.settings()).toEqual({ on: false, faceOff: false, obstacle: 'auth.face_enrol_first' })
    expect(await refusal(api.set({ on: true }))).toBe('auth.face_enrol_first')
    await enrolAs(world, anna, 'anna')
    await api.set({ on: true })
    expect(await api.settings()).toEqual({ on: true, faceOff: false, obstacle: null })
  })

  test('is not for administrators', async () => {
    const admin = await world.user(['STUDENT', 'ADMIN'])
    await enrolAs(world, admin, 'anna')
    const api = world.api(admin).faceSignIn
    expect(await refusal(api.set({ on: true }))).toBe('auth.face_not_for_admins')
    expect(await api.settings()).toMatchObject({ on: false, obstacle: 'auth.face_not_for_admins' })
  })
})
