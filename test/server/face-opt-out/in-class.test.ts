import { refusal } from '@test/support/errors'
import { classWithKiosk } from '@test/support/kiosk-world'
import { lessonIn } from '@test/support/lesson'
import { clockForm, portraitFile } from '@test/support/pictures'
import { testWorld } from '@test/support/world'
import { describe, expect, test } from 'vitest'
import { errorLine } from '@/server/words/sentences'

const world = testWorld()

/** Everything that is kept of faces: what a leader must not be able to erase. */
async function kept() {
  const [photos, templates, evidence, consents, scores] = await Promise.all([
    world.db.enrolmentPhoto.count(),
    world.db.template.count(),
    world.db.evidence.count(),
    world.db.consent.count({ where: { withdrawnAt: null } }),
    world.db.faceCheck.count({ where: { similarity: { not: null } } }),
  ])
  return { photos, templates, evidence, consents, scores }
}

describe('a student who makes themselves a teacher', () => {
  test('takes a victim into a class of theirs, switches the face off there, and erases nothing of it', async () => {
    const { anna, teacher, sessionId, clock } = await lessonIn(world)
    await clock('anna')
    const before = await kept()
    expect(before).toEqual({ photos: 2, templates: 2, evidence: 1, consents: 1, scores: 1 })

    // As anybody may where roles are open.
    const mallory = await world.user(['STUDENT'], 'Mallory')
    await world.api(mallory).account.addRole({ role: 'TEACHER' })
    const attacker = world.api(await world.db.user.findUniqueOrThrow({ where: { id: mallory.id } }))
    const timeZone = 'Europe/Berlin'
    const { id: classId } = await attacker.classes.create({ name: 'Chess', timeZone, lateAfterMinutes: 10 })
    const { joinCode } = await attacker.classes.byId({ classId })
    await world.api(anna).places.join({ joinCode })
    const { id: chess } = await attacker.sessions.create({ classId, openNow: true })

    const { faceOptOut } = attacker
    const off = { userId: anna.id, off: true }
    expect(await refusal(faceOptOut.setOf(off))).toBe('face_off.at_your_place')
    expect(await refusal(faceOptOut.setOf({ ...off, reason: 'Because' }))).toBe('face_off.at_your_place')
    const { classId: physics } = await world.db.classSession.findUniqueOrThrow({ where: { id: sessionId } })
    expect(await refusal(faceOptOut.setAt({ ...off, placeId: physics }))).toBe('request.not_found')
    await faceOptOut.setAt({ ...off, placeId: classId })

    expect(await kept()).toEqual(before)
    const atChess = clockForm(chess, 'in', [await portraitFile('anna', { share: 0.44 })])
    expect(await refusal(world.api(anna).clocking.byFace(atChess))).toBe('face.off_in_class')
    const history = await world.api(teacher).attendance.recordHistory({ sessionId, studentId: anna.id })
    expect(history.faceChecks).toMatchObject([{ outcome: 'MATCHED', hasEvidence: true }])
    const form = clockForm(sessionId, 'out', [await portraitFile('anna', { share: 0.44 })])
    expect(await world.api(anna).clocking.byFace(form)).toMatchObject({ kind: 'clocked_out' })
    expect(await world.api(anna).enrolment.status()).toMatchObject({
      ...{ faceOff: null, enrolled: true },
      faceOffAt: [{ placeId: classId, place: 'Chess', kind: 'CLASS', by: 'Mallory' }],
    })
    await world.api(anna).places.leave({ placeId: classId })
    expect(await world.api(anna).enrolment.status()).toMatchObject({ faceOffAt: [] })
    expect(await refusal(faceOptOut.setAt({ ...off, placeId: classId }))).toBe('request.not_found')
    expect((await kept()).photos).toBe(2)
  })
})

describe('switched off by a teacher in their class', () => {
  test('no face is looked at there; the sentence says what to do, and the code counts', async () => {
    const { anna, teacher, classId, sessionId, clock, code } = await lessonIn(world)
    await world.api(teacher).faceOptOut.setAt({ placeId: classId, userId: anna.id, off: true })
    const own = world.api(anna)
    expect(await refusal(clock('anna'))).toBe('face.off_in_class')
    const challenge = own.clocking.startChallenge({ sessionId, direction: 'in' })
    expect(await refusal(challenge)).toBe('face.off_in_class')
    expect(await world.db.faceCheck.count()).toBe(0)
    expect(errorLine('face.off_in_class')).toMatch(/with the code .*by hand/)
    const answer = await own.clocking.byCode({ sessionId, direction: 'in', code: await code() })
    expect(answer).toMatchObject({ kind: 'clocked_in' })
  })

  test('board, list and the person’s own page say so, with who and since when; the ledger keeps it', async () => {
    const { anna, teacher, classId, sessionId } = await lessonIn(world)
    const staff = world.api(teacher)
    const set = (off: boolean) => staff.faceOptOut.setAt({ placeId: classId, userId: anna.id, off })
    const since = world.clock.now
    await set(true)
    await set(true)
    const events = await world.db.event.findMany({ select: { type: true, topics: true } })
    const told = (type: string, topic: string) =>
      events.some((event) => event.type === type && event.topics.includes(topic))
    expect(told('roster.changed', `session:${sessionId}`)).toBe(true)
    expect(told('face.changed', `student:${anna.id}`)).toBe(true)
    expect((await staff.sessions.board({ sessionId })).students).toMatchObject([
      { faceOff: null, faceOffHere: true, enrolled: true },
    ])
    expect(await staff.places.members({ placeId: classId })).toMatchObject([
      { faceOff: null, faceOffHere: { since, by: 'Ms Okafor' } },
    ])
    expect(await world.api(anna).enrolment.status()).toMatchObject({
      faceOffAt: [{ placeId: classId, kind: 'CLASS', since, by: 'Ms Okafor' }],
    })
    await set(false)
    const changes = await world.db.change.findMany({
      where: { subject: 'face at a place' },
      orderBy: { id: 'asc' },
    })
    expect(changes).toMatchObject([
      { actorId: teacher.id, placeId: classId, before: { off: false }, after: { off: true } },
      { actorId: teacher.id, placeId: classId, before: { off: true }, after: { off: false } },
    ])
    expect((await staff.sessions.board({ sessionId })).students).toMatchObject([{ faceOffHere: false }])
  })

  test('stays while they leave and come back, and an assistant may lift it', async () => {
    const { anna, teacher, classId } = await lessonIn(world, { enrolled: false })
    const here = { placeId: classId, userId: anna.id }
    await world.api(teacher).faceOptOut.setAt({ ...here, off: true })
    const own = world.api(anna)
    await own.places.leave({ placeId: classId })
    const { joinCode } = await world.db.place.findUniqueOrThrow({ where: { id: classId } })
    await own.places.join({ joinCode: joinCode ?? '' })
    expect((await own.enrolment.status()).faceOffAt).toHaveLength(1)
    const colleague = await world.user(['TEACHER'])
    const leads = { placeId: classId, userId: colleague.id }
    await world.db.leader.create({ data: { ...leads, role: 'ASSISTANT', since: world.clock.now } })
    await world.api(colleague).faceOptOut.setAt({ ...here, off: false })
    expect((await own.enrolment.status()).faceOffAt).toEqual([])
  })

  test('a person’s own wish counts everywhere beside it', async () => {
    const { anna, teacher, classId, clock } = await lessonIn(world)
    await world.api(teacher).faceOptOut.setAt({ placeId: classId, userId: anna.id, off: true })
    await world.api(anna).faceOptOut.setOwn({ off: true })
    expect(await refusal(clock('anna'))).toBe('face.off_own_wish')
    await world.api(teacher).faceOptOut.setAt({ placeId: classId, userId: anna.id, off: false })
    expect(await refusal(clock('anna'))).toBe('face.off_own_wish')
  })

  test('at the door of that class their number leads to no face, until it is on again', async () => {
    const { teacher, anna, classId, stepUp } = await classWithKiosk(world)
    await world.api(teacher).faceOptOut.setAt({ placeId: classId, userId: anna.id, off: true })
    expect(await refusal(stepUp('anna', 1))).toBe('kiosks.no_face')
    expect(await stepUp('berta', 2)).toMatchObject({ kind: 'clocked_in' })
    await world.api(teacher).faceOptOut.setAt({ placeId: classId, userId: anna.id, off: false })
    expect(await stepUp('anna', 1)).toMatchObject({ kind: 'clocked_in' })
  })
})
