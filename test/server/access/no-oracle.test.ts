import { expectBare } from '@test/support/bare-picture'
import { refusal } from '@test/support/errors'
import { askEveryAccount, askEveryOwnAccount } from '@test/support/every-account-call'
import { askEveryDemo } from '@test/support/every-demo-call'
import { askEveryHour } from '@test/support/every-hour-call'
import { askAboutClass, askAboutStudent, askEveryLeader, askEveryPlan } from '@test/support/every-leader-call'
import { askEveryPay } from '@test/support/every-pay-call'
import { askEveryWork } from '@test/support/every-work-call'
import { classWithKiosk } from '@test/support/kiosk-world'
import { leaksIn } from '@test/support/leaks'
import { lessonIn } from '@test/support/lesson'
import { setTemplates, vectorAt, vectorOf } from '@test/support/near-template'
import { clockForm, identifyForm, photoForm, portraitFile } from '@test/support/pictures'
import { recordingWorld } from '@test/support/recorded-answers'
import { doJobs, groupPhoto, lesson, readRollCall } from '@test/support/roll-call-material'
import { askEveryToken } from '@test/support/tokens'
import { firstEventOf, wanting } from '@test/support/waiting'
import { walkPast } from '@test/support/walk-past'
import { testWorld } from '@test/support/world'
import { afterEach, describe, expect, test } from 'vitest'
import { NOTICE_VERSION } from '@/domain/enrolment'
import { MIN_CHALLENGE_FRAMES } from '@/domain/face/challenge'
import { appRouter } from '@/server/api/app-router'
import { currentCalibration } from '@/server/calibration/current'
import { caseFace } from '@/server/duplicates/service'
import { ownPhoto } from '@/server/enrolment/service'
import { evidenceImage } from '@/server/evidence/service'
import { faceCrop, photoView } from '@/server/roll-calls/review'

const world = recordingWorld(testWorld())

/** Every score and threshold that the database holds at this moment. */
async function secrets(): Promise<number[]> {
  const columns = await world.db.$queryRaw<Array<{ table: string; column: string }>>`
    SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns
    WHERE table_schema = 'public' AND data_type IN ('double precision', 'real')
      AND column_name NOT LIKE '%Fmr'`
  const found = await Promise.all(
    columns.map(({ table, column }) =>
      world.db.$queryRawUnsafe<Array<{ value: number }>>(
        `SELECT "${column}" AS value FROM "${table}" WHERE "${column}" IS NOT NULL`,
      ),
    ),
  )
  return found.flat().map(({ value }) => value)
}

/** Where a point of the curve stands on its axis is the same for everybody, and may be some threshold's number. */
const isPlaceOnAxis = (leak: string) => /\.curve\.\d+\.strictness: /.test(leak)

const known = new Set<number>()
/** Scores are erased on the way, so they are collected while they stand. */
const collect = async () => {
  for (const value of await secrets()) known.add(value)
}

const exercised = new Set<string>()

afterEach(async () => {
  await collect()
  for (const { path } of world.answers) exercised.add(path)
  const leaks = world.answers.flatMap(({ path, answer }) =>
    leaksIn(answer, known)
      .filter((leak) => !isPlaceOnAxis(leak))
      .map((leak) => `${path} ${leak}`),
  )
  world.answers.length = 0
  known.clear()
  expect(leaks).toEqual([])
})

describe('no answer carries a similarity, a threshold or a template', () => {
  test('of a lesson by face: matches, strangers, unusable pictures, and every history of them', async () => {
    const { anna, teacher, classId, sessionId, clock } = await lessonIn(world)
    const own = world.api(anna)
    const staff = world.api(teacher)
    const lastEventId = (await own.attendance.today()).lastEventId
    const streams = [
      await own.feeds.events(wanting(anna, { kind: 'today' }, lastEventId)),
      await staff.feeds.events(wanting(teacher, { kind: 'session', sessionId }, lastEventId)),
      await staff.feeds.session({ sessionId, lastEventId }),
    ]
    const listening = streams.map((stream) => firstEventOf(stream))
    await own.clocking.startChallenge({ sessionId, direction: 'in' })
    await refusal(clock('berta'))
    const dark = clockForm(sessionId, 'in', [await portraitFile('anna', { brightness: 0.06 })])
    await refusal(own.clocking.byFace(dark))
    await clock('anna')
    await collect()
    await Promise.all(listening)
    await Promise.all([
      own.attendance.ownRecords({}),
      own.attendance.ownTotals(),
      own.attendance.ownRecordHistory({ sessionId }),
      own.attendance.ownStanding({ sessionId }),
      own.enrolment.status(),
      own.enrolment.advice(),
      own.places.joined(),
      staff.attendance.recordHistory({ sessionId, studentId: anna.id }),
      staff.sessions.board({ sessionId }),
      staff.sessions.closingPreview({ sessionId }),
      staff.sessions.ofClass({ classId }),
      ...askAboutClass(staff, { classId, sessionId, email: anna.email }),
      staff.places.members({ placeId: classId }),
      staff.classes.taught({ archived: false }),
    ])
    const check = await world.db.faceCheck.findFirstOrThrow({ where: { outcome: 'MATCHED' } })
    await expectBare(await evidenceImage(world.as(teacher), { faceCheckId: check.id }))
    const photo = await world.db.enrolmentPhoto.findFirstOrThrow()
    await expectBare(await ownPhoto(world.as(anna), { photoId: photo.id }))
    await staff.attendance.mark({ sessionId, studentId: anna.id, status: 'LATE' })
    await staff.attendance.undo({ sessionId, studentId: anna.id })
    await staff.attendance.clear({ sessionId, studentId: anna.id })
    await staff.attendance.markMany({ sessionId, studentIds: [anna.id], status: 'LATE' })
    await staff.attendance.undoMany({ sessionId, studentIds: [anna.id] })
    await askAboutStudent(staff, { classId, studentId: anna.id })
    await staff.sessions.close({ sessionId })
    for (const { payload } of await world.db.event.findMany())
      world.note({ path: 'feeds.events', answer: payload })
    await own.enrolment.deletePhoto({ photoId: photo.id })
    await own.enrolment.deleteAllPhotos()
    await own.enrolment.withdraw()
  })

  test('of misses in a row, a pause, a face that is switched off, a look-alike, and the code', async () => {
    const { anna, teacher, classId, sessionId, clock, code } = await lessonIn(world)
    const admin = world.api(await world.user(['ADMIN']))
    const twin = await world.user(['STUDENT'])
    const model = (await world.context().recogniser()) ?? ''
    const [aId = '', bId = ''] = [anna.id, twin.id].sort()
    await world.db.lookAlike.create({
      data: { model, aId, bId, similarity: 0.654321, foundAt: world.clock.now },
    })
    await refusal(clock('anna'))
    for (let i = 0; i < 6; i++) await refusal(clock('berta'))
    await world.db.faceLock.updateMany({ data: { misses: 49, pausedUntil: null } })
    await refusal(clock('berta'))
    await refusal(clock('anna'))
    await admin.faceOptOut.people()
    await admin.faceOptOut.byEmail({ email: anna.email })
    await world.api(teacher).faceOptOut.setOf({ userId: anna.id, off: false })
    for (const off of [true, false])
      await world.api(teacher).faceOptOut.setAt({ placeId: classId, userId: anna.id, off })
    await world.api(teacher).sessions.code({ sessionId })
    const byCode = world.api(anna).clocking.byCode
    await refusal(byCode({ sessionId, direction: 'in', code: '000000' }))
    await byCode({ sessionId, direction: 'in', code: await code() })
    await collect()
    await world.api(anna).faceOptOut.setOwn({ off: true })
  })

  test('of a face that is almost enough, the ticket for three more pictures, and what becomes of both', async () => {
    const { anna, teacher, sessionId } = await lessonIn(world)
    const [first, second] = [await portraitFile('anna', { share: 0.44 }), await portraitFile('annaAgain')]
    const model = (await world.context().recogniser()) ?? ''
    const { likely, withCode: verify } = (await currentCalibration(world.context(), model)).thresholds
    const near = vectorAt((likely + verify) / 2, await vectorOf(world, first), await vectorOf(world, second))
    await setTemplates(world, near)
    const clock = async (pictures: Blob[], ticket?: string) => {
      const form = clockForm(sessionId, 'in', pictures)
      if (ticket) form.set('ticket', ticket)
      return world.api(anna).clocking.byFace(form)
    }
    expect(await refusal(clock([await portraitFile('berta')]))).toBe('face.not_recognised')
    const answer = await clock([first])
    if (answer.kind !== 'more') throw new Error(answer.kind)
    await collect()
    const record = { sessionId, studentId: anna.id }
    await world.api(teacher).attendance.recordHistory(record)
    await refusal(clock([first], answer.ticket))
    const again = await clock([first])
    await attempt(clock([second], again.kind === 'more' ? again.ticket : ''))
    await world.api(teacher).attendance.recordHistory(record)
  })

  test('of a roll call: reading, review, “not this person” and confirming', async () => {
    const { api, sessionId, teacher } = await lesson(world)
    const photos = [await groupPhoto('annaAndDora'), await groupPhoto('bertaAndClara')]
    const rollCallId = await readRollCall(world, api, sessionId, photos)
    await collect()
    await api.rollCalls.ofSession({ sessionId })
    const { faces, photos: kept } = await api.rollCalls.review({ rollCallId })
    await expectBare(await photoView(world.as(teacher), { photoId: kept[0]?.id ?? '' }))
    const [named, other] = faces.filter(({ studentId }) => studentId)
    await expectBare(await faceCrop(world.as(teacher), { faceId: named?.id ?? '' }))
    const pair = { faceId: other?.id ?? '', studentId: other?.studentId ?? '' }
    await api.rollCalls.refuse(pair)
    await api.rollCalls.takeBackRefusal(pair)
    const mark = { faceId: named?.id ?? '', studentId: named?.studentId ?? '', evenIfExcused: false }
    await api.rollCalls.confirm({ rollCallId, marks: [mark] })
    await collect()
    await api.sessions.history({ sessionId })
    await api.rollCalls.undo({ rollCallId })
    const again = await api.rollCalls.create({ sessionId })
    await api.rollCalls.discard(again)
    await api.attendance.recordHistory({ sessionId, studentId: mark.studentId })
  })

  test('of a kiosk at the door: somebody known, a stranger, a wrong number, and what it asks', async () => {
    const { stepUp, atKiosk, teacher, classId, sessionId, kioskId } = await classWithKiosk(world)
    await world.api(teacher).identification.identify(identifyForm(sessionId, [await portraitFile('anna')]))
    await refusal(stepUp('anna'))
    await refusal(stepUp('clara'))
    await refusal(stepUp('clara', 1))
    await stepUp('anna', 1)
    await atKiosk().state()
    world.wait(20)
    const { ticket } = await stepUp('anna', 1)
    if (ticket) await atKiosk().answer({ ticket })
    else await refusal(atKiosk().answer({ ticket: 'none' }))
    const staff = world.api(teacher).kiosks
    await staff.ofPlace({ placeId: classId })
    await staff.walkThroughBar({ placeId: classId })
    await staff.update({ kioskId, speaks: true })
    const { link } = await staff.renewLink({ kioskId })
    await world.api().kiosks.byLink({ link })
    await staff.revoke({ kioskId })
  })

  test('of a kiosk that people walk past: two of the class, a stranger, and what it brings back', async () => {
    await walkPast(world, await classWithKiosk(world), ['anna', 'clara', 'berta'])
  })

  test('of a day at work', () => askEveryHour(world), 90_000)

  test('of the administrator’s pages: the installation, how well it works, and a face under two accounts', async () => {
    const { teacher } = await lesson(world)
    const admin = await world.user(['ADMIN'])
    const second = await world.user(['STUDENT'], 'Second account')
    const api = world.api(second)
    await api.enrolment.giveConsent({ noticeVersion: NOTICE_VERSION })
    await refusal(api.enrolment.addPhoto(photoForm(await portraitFile('berta', { share: 0.4 }))))
    await api.enrolment.status()
    await doJobs(world)
    await collect()
    const office = world.api(admin)
    await office.admin.status()
    await office.admin.renewal()
    await office.calibration.report()
    await world.api(teacher).calibration.report()
    const { waiting } = await office.duplicates.cases()
    for (const { id: caseId } of waiting) {
      await expectBare(await caseFace(world.as(admin), { caseId, side: 'new' }))
      await office.duplicates.decide({ caseId, state: 'TWINS' })
    }
    await office.duplicates.cases()
  })

  test('of signing in by face: offered, asked, refused', async () => {
    const { anna } = await lessonIn(world)
    const own = world.api(anna, { device: 'phone' }).faceSignIn
    const visitor = world.api(null, { device: 'phone' }).faceSignIn
    const { email } = anna
    await attempt(own.settings())
    await attempt(own.set({ on: true }))
    await attempt(visitor.offered({ email }))
    await attempt(visitor.start({ email }))
    const form = new FormData()
    form.set('email', email)
    form.set('challengeId', anna.id)
    for (let at = 0; at < MIN_CHALLENGE_FRAMES; at++) {
      form.append('frame', await portraitFile('berta'))
      form.append('at', String(500 * at))
    }
    await attempt(visitor.verify(form))
    await attempt(visitor.start({ email: 'nobody@example.org' }))
  })

  test('of everything else that can be called', async () => {
    const name = { name: 'Physics 9b', timeZone: 'Europe/Berlin', lateAfterMinutes: 10 }
    const teacher = world.api(await world.user(['TEACHER']))
    const student = world.api(await world.user(['STUDENT']))
    const { id: classId } = await teacher.classes.create(name)
    await teacher.classes.update({ classId, ...name })
    const { joinCode } = await teacher.classes.regenerateCode({ classId })
    await student.places.toJoin({ joinCode })
    await student.places.join({ joinCode })
    const [entry] = await teacher.places.members({ placeId: classId })
    await teacher.places.removeMember({ placeId: classId, userId: entry?.id ?? '' })
    await student.places.leave({ placeId: classId })
    await askEveryPlan(teacher, classId)
    await askEveryLeader({ teacher, student, placeId: classId, colleague: await world.user(['TEACHER']) })
    for (const ask of [askEveryOwnAccount, askEveryToken, askEveryAccount, askEveryWork, askEveryPay])
      await ask(world)
    await askEveryDemo(world, classId)
    await teacher.classes.setArchived({ classId, archived: true })
  })
})

test('every procedure there is was called above', () => {
  const missing = Object.keys(appRouter._def.procedures).filter((path) => !exercised.has(path))
  expect(missing).toEqual([])
})

/** Whatever comes of it. */
const attempt = (call: Promise<unknown>) => call.catch(() => undefined)
