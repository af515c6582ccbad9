import { challengeForm, framesFor } from '@test/support/challenge-answers'
import { refusal } from '@test/support/errors'
import { makeClass } from '@test/support/factories'
import { clockForm, photoForm, portraitFile } from '@test/support/pictures'
import type { Sitter } from '@test/support/sample-portraits'
import { testWorld } from '@test/support/world'
import { describe, expect, test } from 'vitest'
import { NOTICE_VERSION } from '@/domain/enrolment'
import type { Actor } from '@/server/context/context'
import type { LivenessPolicy } from '@/server/db/generated/enums'
import {
  giveChallengeBack,
  purgeChallenges,
  startChallenge,
  takeChallenge,
} from '@/server/face-checks/challenge'

const world = testWorld()

async function enrol(user: Actor, who: Sitter[]) {
  const api = world.api(user)
  await api.enrolment.giveConsent({ noticeVersion: NOTICE_VERSION })
  for (const sitter of who) await api.enrolment.addPhoto(photoForm(await portraitFile(sitter)))
}

async function lesson(liveness: LivenessPolicy = 'CHALLENGE') {
  const teacher = await world.user(['TEACHER'], 'Ms Okafor')
  const anna = await world.user(['STUDENT'], 'Anna')
  await enrol(anna, ['anna', 'annaAgain'])
  const { id: classId } = await makeClass(world.db, {
    teacher,
    students: [anna],
    now: world.clock.now,
    liveness,
  })
  const { id: sessionId } = await world.api(teacher).sessions.create({ classId, openNow: true })
  const api = world.api(anna)
  const start = (direction: 'in' | 'out' = 'in') => api.clocking.startChallenge({ sessionId, direction })
  /** Sends an answer when so many seconds have gone by. */
  const send = (answer: Parameters<typeof challengeForm>[2], seconds = 6, direction: 'in' | 'out' = 'in') => {
    world.wait(seconds / 60)
    return api.clocking.byFace(challengeForm(sessionId, direction, answer))
  }
  const lastCheck = () => world.db.faceCheck.findFirst({ orderBy: { id: 'desc' } })
  return { teacher, anna, api, classId, sessionId, start, send, lastCheck }
}

describe('clocking in by challenge', () => {
  test('the movements asked for, by the person of the photos, count once', async () => {
    const { start, send, lastCheck } = await lesson()
    const { id, steps, expiresAt, now } = await start()
    expect(expiresAt.getTime() - now.getTime()).toBe(60_000)
    const answer = { challengeId: id, ...(await framesFor(steps)) }
    expect(await send(answer)).toMatchObject({ kind: 'clocked_in' })
    expect(await lastCheck()).toMatchObject({
      outcome: 'MATCHED',
      liveness: 'CHALLENGE',
      challenge: { steps, verdict: 'passed', at: answer.at, reachedAt: [1900, 3100] },
    })
    expect(await refusal(send(answer))).toBe('challenge.used')
    expect(await refusal(send(answer, 6, 'out'))).toBe('challenge.expired')
    expect(await world.db.faceCheck.count()).toBe(1)
  })

  test('the same frames for a new challenge of other steps are refused', async () => {
    const { start, send, lastCheck, sessionId } = await lesson()
    const first = await start()
    const frames = await framesFor(first.steps)
    let next = await start()
    while (next.steps.join() === first.steps.join()) next = await start()
    expect(await refusal(send({ challengeId: next.id, ...frames }))).toMatch(
      /^challenge\.(not_seen|wrong_way|not_frontal)$/,
    )
    expect(await lastCheck()).toMatchObject({ outcome: 'CHALLENGE_FAILED', similarity: null, live: null })
    expect(await world.db.attendance.count({ where: { sessionId } })).toBe(0)
  })

  test('an answer after the minute is refused, and so are times that do not fit into it', async () => {
    const { start, send } = await lesson()
    const late = await start()
    const frames = await framesFor(late.steps)
    expect(await refusal(send({ challengeId: late.id, ...frames }, 60))).toBe('challenge.expired')
    const early = await start()
    const answer = { challengeId: early.id, ...(await framesFor(early.steps)) }
    expect(await refusal(send(answer, 2))).toBe('challenge.wrong_times')
  })

  test('frames in another order are refused', async () => {
    const { start, send } = await lesson()
    const { id, steps } = await start()
    const { frames, at } = await framesFor(steps)
    const turned = { challengeId: id, frames: [...frames].reverse(), at }
    expect(await refusal(send(turned))).toMatch(/^challenge\./)
  })

  test('a still photo is refused', async () => {
    const { start, send } = await lesson()
    const { id } = await start()
    const still = await portraitFile('anna')
    const at = [800, 1500, 1900, 2700, 3100, 4200, 4500]
    expect(await refusal(send({ challengeId: id, frames: at.map(() => still), at }))).toBe(
      'challenge.not_seen',
    )
  })

  test('somebody else who does the movements is not recognised, and one who takes turns is noticed', async () => {
    const { start, send } = await lesson()
    const first = await start()
    expect(await refusal(send({ challengeId: first.id, ...(await framesFor(first.steps, 'berta')) }))).toBe(
      'face.not_recognised',
    )
    const second = await start()
    const own = await framesFor(second.steps)
    const other = await framesFor(second.steps, 'berta')
    const frames = own.frames.map((frame, i) => (i === 2 ? (other.frames[2] ?? frame) : frame))
    expect(await refusal(send({ challengeId: second.id, frames, at: own.at }))).toBe('challenge.other_person')
  })

  test('a challenge of somebody else, of another session or for the other direction counts for nothing', async () => {
    const { start, send, teacher, anna, sessionId, classId } = await lesson()
    const { steps } = await start()
    const frames = await framesFor(steps)
    const other = await world.user(['STUDENT'], 'Berta')
    const ctx = world.as(anna)
    const occasion = { kind: 'session', placeId: classId, sessionId } as const
    const purposes = [
      { userId: other.id, purpose: 'CLOCK_IN', occasion },
      { userId: anna.id, purpose: 'CLOCK_OUT', occasion },
      { userId: anna.id, purpose: 'SIGN_IN', occasion: null },
    ] as const
    for (const purpose of purposes) {
      const { id: foreign } = await startChallenge(ctx, purpose)
      expect(await refusal(send({ challengeId: foreign, ...frames }))).toBe('challenge.expired')
    }
    expect(await refusal(world.api(teacher).clocking.startChallenge({ sessionId, direction: 'in' }))).toBe(
      'auth.not_allowed',
    )
  })
})

describe('the policy of a class', () => {
  test('a burst is not enough where the class asks for the challenge', async () => {
    const { api, sessionId } = await lesson()
    const frames = [await portraitFile('anna')]
    expect(await refusal(api.clocking.byFace(clockForm(sessionId, 'in', frames)))).toBe('challenge.needed')
  })

  test('a burst is enough where it asks for a look at the picture only, and is kept as such', async () => {
    const { api, sessionId, lastCheck } = await lesson('PAD')
    await api.clocking.byFace(clockForm(sessionId, 'in', [await portraitFile('anna')]))
    expect(await lastCheck()).toMatchObject({ outcome: 'MATCHED', liveness: 'PAD', challenge: null })
  })

  test('without any check nobody asks whether a face is alive', async () => {
    const { api, sessionId, lastCheck } = await lesson('OFF')
    await api.clocking.byFace(clockForm(sessionId, 'in', [await portraitFile('anna')]))
    expect(await lastCheck()).toMatchObject({ liveness: 'OFF', live: null, liveThreshold: null })
  })

  test('new classes ask for the challenge, and their teacher may change it', async () => {
    const teacher = await world.user(['TEACHER'])
    const api = world.api(teacher)
    const fields = { name: 'Physics', timeZone: 'Europe/Berlin', lateAfterMinutes: 10 }
    const { id: classId } = await api.classes.create(fields)
    expect(await api.classes.byId({ classId })).toMatchObject({ liveness: 'CHALLENGE' })
    await api.classes.update({ classId, ...fields, liveness: 'PAD' })
    await api.classes.update({ classId, ...fields, name: 'Physics 9b' })
    expect(await api.classes.byId({ classId })).toMatchObject({ name: 'Physics 9b', liveness: 'PAD' })
  })
})

describe('one challenge, one answer', () => {
  const purpose = (user: Actor) => ({ userId: user.id, purpose: 'SIGN_IN' as const, occasion: null })

  test('of many answers at the same moment one gets it', async () => {
    const user = await world.user(['STUDENT'])
    const ctx = world.as(user)
    const { id } = await startChallenge(ctx, purpose(user))
    const takes = await Promise.allSettled(
      Array.from({ length: 12 }, () => takeChallenge(ctx, id, purpose(user))),
    )
    expect(takes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('one that nobody had room to look at may be answered again', async () => {
    const user = await world.user(['STUDENT'])
    const ctx = world.as(user)
    const { id } = await startChallenge(ctx, purpose(user))
    await giveChallengeBack(ctx, await takeChallenge(ctx, id, purpose(user)))
    world.wait(0.5)
    expect(await takeChallenge(ctx, id, purpose(user))).toMatchObject({ elapsed: 30_000 })
  })

  test('those whose minute is over are deleted', async () => {
    const user = await world.user(['STUDENT'])
    const ctx = world.as(user)
    await startChallenge(ctx, purpose(user))
    world.wait(0.9)
    const { id } = await startChallenge(ctx, purpose(user))
    world.wait(0.2)
    await purgeChallenges(ctx)
    expect(await world.db.faceChallenge.findMany({ select: { id: true } })).toEqual([{ id }])
  })
})

test('a form with fewer times than frames, or frames beyond any challenge, is not a form', async () => {
  const { api, sessionId, start } = await lesson()
  const { id, steps } = await start()
  const { frames, at } = await framesFor(steps)
  const send = (answer: { frames: Blob[]; at: number[] }) =>
    refusal(api.clocking.byFace(challengeForm(sessionId, 'in', { challengeId: id, ...answer })))
  expect(await send({ frames, at: at.slice(1) })).toBe('BAD_REQUEST')
  expect(await send({ frames: [...frames, ...frames], at: [...at, ...at] })).toBe('BAD_REQUEST')
  expect(await send({ frames: [], at })).toBe('BAD_REQUEST')
})
