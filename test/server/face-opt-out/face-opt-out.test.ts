import { refusal } from '@test/support/errors'
import { faceSwitches } from '@test/support/face-switches'
import { enrolAs, lessonIn } from '@test/support/lesson'
import { photoForm, portraitFile } from '@test/support/pictures'
import { testWorld } from '@test/support/world'
import { describe, expect, test } from 'vitest'
import { NOTICE_VERSION } from '@/domain/enrolment'
import { writeChanges } from '@/server/ledger/write'
import { errorLine } from '@/server/words/sentences'

const world = testWorld()

/** How many rows there are that were made from a face, and scores in face checks. */
async function biometric() {
  const scored = { OR: [{ similarity: { not: null } }, { live: { not: null } }] }
  const counts = await Promise.all([
    world.db.template.count(),
    world.db.enrolmentPhoto.count(),
    world.db.evidence.count(),
    world.db.faceCheck.count({ where: scored }),
  ])
  return counts.reduce((sum, count) => sum + count, 0)
}

describe('“I take part without my face”', () => {
  test('erases everything made from it at once, and is kept with who wished it', async () => {
    const { anna, clock } = await lessonIn(world)
    await clock('anna')
    const erased = await world.api(anna).faceOptOut.setOwn({ off: true })
    expect(erased).toEqual({ photos: 2, templates: 2, evidence: 1 })
    expect(await biometric()).toBe(0)
    expect(await world.api(anna).enrolment.status()).toMatchObject({
      faceOff: 'OWN_WISH',
      consent: null,
      enrolled: false,
    })
    expect(await faceSwitches(world)).toMatchObject([
      { userId: anna.id, reason: 'OWN_WISH', actorId: anna.id, at: world.clock.now },
    ])
  })

  test('no face is looked at and none is enrolled; the sentence names the code', async () => {
    const { anna, clock, sessionId, code } = await lessonIn(world)
    const api = world.api(anna)
    await api.faceOptOut.setOwn({ off: true })
    expect(await refusal(clock('anna'))).toBe('face.off_own_wish')
    const consent = api.enrolment.giveConsent({ noticeVersion: NOTICE_VERSION })
    expect(await refusal(consent)).toBe('face.off_own_wish')
    const photo = api.enrolment.addPhoto(photoForm(await portraitFile('anna')))
    expect(await refusal(photo)).toBe('face.off_own_wish')
    expect(errorLine('face.off_own_wish')).toMatch(/with the code/)
    expect(await biometric()).toBe(0)
    const answer = await api.clocking.byCode({ sessionId, direction: 'in', code: await code() })
    expect(answer).toMatchObject({ kind: 'clocked_in' })
  })

  test('the person takes it back and enrols again; the teacher cannot overrule the wish', async () => {
    const { anna, teacher, clock } = await lessonIn(world)
    await world.api(anna).faceOptOut.setOwn({ off: true })
    const overruled = world.api(teacher).faceOptOut.setOf({ userId: anna.id, off: false })
    expect(await refusal(overruled)).toBe('face_off.own_wish')
    await world.api(anna).faceOptOut.setOwn({ off: false })
    await enrolAs(world, anna)
    expect(await clock('anna')).toMatchObject({ kind: 'clocked_in' })
    expect(await faceSwitches(world)).toHaveLength(2)
  })

  test('twice is harmless', async () => {
    const { anna } = await lessonIn(world)
    await world.api(anna).faceOptOut.setOwn({ off: true })
    expect(await world.api(anna).faceOptOut.setOwn({ off: true })).toMatchObject({ photos: 0 })
    await world.api(anna).faceOptOut.setOwn({ off: false })
    await world.api(anna).faceOptOut.setOwn({ off: false })
    expect(await faceSwitches(world)).toHaveLength(2)
  })
})

/** Why an administrator does so in these tests. */
const reason = 'Their parents wish it'

describe('by an administrator', () => {
  test('erases at once, with the reason beside it, and only an administrator undoes it', async () => {
    const { anna, teacher, clock, sessionId } = await lessonIn(world)
    await clock('anna')
    const leaving = () => world.api(anna).clocking.startChallenge({ sessionId, direction: 'out' })
    const admin = world.api(await world.user(['ADMIN'])).faceOptOut
    const erased = await admin.setOf({ userId: anna.id, off: true, reason })
    expect(erased).toEqual({ photos: 2, templates: 2, evidence: 1 })
    expect(await biometric()).toBe(0)
    expect(await world.db.changeText.findFirst()).toMatchObject({ text: reason })
    expect(await refusal(leaving())).toBe('face.off_staff')
    expect(await refusal(world.api(anna).faceOptOut.setOwn({ off: false }))).toBe('face_off.not_yours')
    expect(await refusal(world.api(anna).faceOptOut.setOwn({ off: true }))).toBe('face_off.not_yours')
    const byTeacher = world.api(teacher).faceOptOut.setOf({ userId: anna.id, off: false })
    expect(await refusal(byTeacher)).toBe('face_off.decided_elsewhere')
    await admin.setOf({ userId: anna.id, off: false })
    await enrolAs(world, anna)
    expect((await leaving()).steps).not.toHaveLength(0)
    await world.db.user.delete({ where: { id: anna.id } })
    expect(await world.db.changeText.count()).toBe(0)
  })

  test('who gives no reason erases nothing', async () => {
    const { anna } = await lessonIn(world)
    const admin = world.api(await world.user(['ADMIN'])).faceOptOut
    expect(await refusal(admin.setOf({ userId: anna.id, off: true }))).toBe('face_off.reason_needed')
    expect(await refusal(admin.setOf({ userId: anna.id, off: true, reason: ' no ' }))).toBe('BAD_REQUEST')
    expect(await world.db.template.count()).toBe(2)
    expect(await faceSwitches(world)).toEqual([])
  })

  test('a wish of the person’s own stays theirs when an administrator wishes the same', async () => {
    const { anna } = await lessonIn(world)
    await world.api(anna).faceOptOut.setOwn({ off: true })
    const admin = world.api(await world.user(['ADMIN'])).faceOptOut
    await admin.setOf({ userId: anna.id, off: true, reason })
    expect(await world.api(anna).enrolment.status()).toMatchObject({ faceOff: 'OWN_WISH' })
  })

  test('what a teacher or an employer decided for every place before is theirs to undo', async () => {
    const { anna, teacher } = await lessonIn(world, { enrolled: false })
    const admin = world.api(await world.user(['ADMIN'])).faceOptOut
    for (const faceOff of ['STAFF', 'EMPLOYER'] as const) {
      await world.db.user.update({ where: { id: anna.id }, data: { faceOff } })
      const byTeacher = world.api(teacher).faceOptOut.setOf({ userId: anna.id, off: false })
      expect(await refusal(byTeacher)).toBe('face_off.decided_elsewhere')
      await admin.setOf({ userId: anna.id, off: false })
      expect(await world.api(anna).enrolment.status()).toMatchObject({ faceOff: null })
    }
  })
})

describe('by whoever leads a place', () => {
  test('nothing is switched off everywhere, and to others than their own members the person does not exist', async () => {
    const { anna, classId, teacher } = await lessonIn(world)
    const off = { userId: anna.id, off: true, reason }
    expect(await refusal(world.api(teacher).faceOptOut.setOf(off))).toBe('face_off.at_your_place')
    for (const role of ['TEACHER', 'EMPLOYER'] as const) {
      const stranger = world.api(await world.user([role])).faceOptOut
      for (const wanted of [off, { userId: anna.id, off: false }])
        expect(await refusal(stranger.setOf(wanted))).toBe('request.not_found')
    }
    await world.api(teacher).places.removeMember({ placeId: classId, userId: anna.id })
    expect(await refusal(world.api(teacher).faceOptOut.setOf(off))).toBe('request.not_found')
    expect(await world.db.template.count()).toBe(2)
  })

  test('board and roster tell the teacher, and the open board hears of it at once', async () => {
    const { anna, teacher, classId, sessionId } = await lessonIn(world)
    const before = await world.api(teacher).sessions.board({ sessionId })
    expect(before.students[0]).toMatchObject({ faceOff: null, enrolled: true })
    await world.api(anna).faceOptOut.setOwn({ off: true })
    const event = await world.db.event.findFirstOrThrow({ orderBy: { id: 'desc' } })
    expect(event).toMatchObject({ topics: [`session:${sessionId}`], type: 'roster.changed' })
    const { students } = await world.api(teacher).sessions.board({ sessionId })
    expect(students[0]).toMatchObject({ faceOff: 'OWN_WISH', enrolled: false })
    expect(await world.api(teacher).places.members({ placeId: classId })).toMatchObject([
      { faceOff: 'OWN_WISH' },
    ])
  })
})

describe('the administrator’s list', () => {
  test('everybody without a face, with why, since when and by whom', async () => {
    const { anna, teacher, classId } = await lessonIn(world, { enrolled: false })
    const admin = world.api(await world.user(['ADMIN'], 'Office'))
    await world.api(teacher).faceOptOut.setAt({ placeId: classId, userId: anna.id, off: true })
    expect(await admin.faceOptOut.people()).toEqual([])
    await admin.faceOptOut.setOf({ userId: anna.id, off: true, reason })
    expect(await admin.faceOptOut.people()).toEqual([
      {
        id: anna.id,
        name: 'Anna',
        email: anna.email,
        faceOff: 'STAFF',
        since: world.clock.now,
        by: 'Office',
        reason,
      },
    ])
    expect(await admin.faceOptOut.byEmail({ email: ` ${anna.email.toUpperCase()} ` })).toMatchObject({
      id: anna.id,
    })
    expect(await refusal(admin.faceOptOut.byEmail({ email: 'nobody@example.org' }))).toBe(
      'face_off.person_unknown',
    )
  })

  test('where there are more than it holds the newest changes are on it, not the newest accounts', async () => {
    const old = await world.user(['STUDENT'], 'Old account')
    const admin = world.api(await world.user(['ADMIN']))
    const now = world.clock.now
    const others = Array.from({ length: 200 }, (_, i) => ({
      email: `student-${i}@example.org`,
      name: `Student ${i}`,
      passwordHash: '-',
      roles: ['STUDENT' as const],
      createdAt: now,
      faceOff: 'STAFF' as const,
    }))
    const ids = await world.db.user.createManyAndReturn({ data: others, select: { id: true } })
    const whose = (subjectId: string) => ({
      subject: 'face opt-out' as const,
      subjectId,
      actorId: null,
      placeId: null,
    })
    const off = { faceOff: 'STAFF' as const }
    const on = { faceOff: null }
    const changes = ids.flatMap(({ id }) => [
      { ...whose(id), at: now, via: 'WEB' as const, before: off, after: on },
      { ...whose(id), at: now, via: 'WEB' as const, before: on, after: off },
    ])
    await world.db.$transaction((tx) => writeChanges(tx, changes))
    await admin.faceOptOut.setOf({ userId: old.id, off: true, reason })
    const people = await admin.faceOptOut.people()
    expect(people).toHaveLength(200)
    expect(people[0]).toMatchObject({ name: 'Old account' })
    expect(new Set(people.map(({ id }) => id)).size).toBe(200)
  })
})
