import { refusal } from '@test/support/errors'
import { faceSwitches } from '@test/support/face-switches'
import { enrolAs } from '@test/support/kiosk-world'
import { enrolAs as enrolInClass, lessonIn } from '@test/support/lesson'
import { portraitFile, workForm } from '@test/support/pictures'
import { cafe } from '@test/support/work-world'
import { employ, makeWorkplace } from '@test/support/workplaces'
import { testWorld } from '@test/support/world'
import { beforeEach, describe, expect, test } from 'vitest'

const world = testWorld()

beforeEach(() => {
  world.clock.now = new Date('2026-03-02T08:00:00Z')
})

async function atWork() {
  const place = await cafe(world)
  await enrolAs(world, place.ben, 'anna')
  const clockIn = async () =>
    place.own.clocking.workByFace(
      workForm(place.workplaceId, 'in', [await portraitFile('anna', { share: 0.44 })]),
    )
  const set = (off: boolean) => place.staff.faceOptOut.setOf({ userId: place.ben.id, off })
  return { ...place, clockIn, set }
}

describe('set by the employer', () => {
  test('erases at once, names the employer, and only they or an administrator undo it', async () => {
    const { set, own, ben, employer, clockIn, staff, job } = await atWork()
    expect(await set(true)).toMatchObject({ photos: 2, templates: 2 })
    expect(await world.db.template.count()).toBe(0)
    expect(await refusal(clockIn())).toBe('face.off_employer')
    expect(await refusal(own.faceOptOut.setOwn({ off: false }))).toBe('face_off.not_yours')
    expect(await own.enrolment.status()).toMatchObject({ faceOff: 'EMPLOYER', consent: null })
    expect(await faceSwitches(world)).toMatchObject([
      { userId: ben.id, reason: 'EMPLOYER', actorId: employer.id },
    ])
    expect(await staff.employments.byId({ employmentId: job.id })).toMatchObject({ faceOff: 'EMPLOYER' })
    await set(false)
    await enrolAs(world, ben, 'anna')
    expect(await clockIn()).toMatchObject({ kind: 'clocked_in' })
    await set(true)
    const admin = world.api(await world.user(['ADMIN'])).faceOptOut
    expect(await admin.people()).toMatchObject([{ faceOff: 'EMPLOYER', by: 'Ms Roth' }])
    await admin.setOf({ userId: ben.id, off: false })
    expect(await own.enrolment.status()).toMatchObject({ faceOff: null })
  })

  test('never overrules the person, and lifts what misses brought about', async () => {
    const { set, own, ben } = await atWork()
    await own.faceOptOut.setOwn({ off: true })
    await set(true)
    expect(await own.enrolment.status()).toMatchObject({ faceOff: 'OWN_WISH' })
    expect(await refusal(set(false))).toBe('face_off.own_wish')
    await world.db.user.update({ where: { id: ben.id }, data: { faceOff: 'TOO_MANY_MISSES' } })
    await set(false)
    expect(await own.enrolment.status()).toMatchObject({ faceOff: null })
  })

  test('by whoever decides about hours there alone; to others the person does not exist', async () => {
    const { ben, workplaceId, staff, job } = await atWork()
    const manager = await world.user(['EMPLOYER'])
    const leader = { placeId: workplaceId, userId: manager.id }
    await world.db.leader.create({ data: { ...leader, role: 'ASSISTANT', since: world.clock.now } })
    const asManager = (off: boolean) => world.api(manager).faceOptOut.setOf({ userId: ben.id, off })
    expect(await refusal(asManager(true))).toBe('request.not_found')
    await staff.workplaces.setRights({
      ...{ workplaceId, userId: manager.id, mayApprove: true, seesWages: false, mayPay: false },
    })
    await asManager(true)
    await asManager(false)
    const stranger = world.api(await world.user(['EMPLOYER'])).faceOptOut
    expect(await refusal(stranger.setOf({ userId: ben.id, off: true }))).toBe('request.not_found')
    await staff.employments.end({ employmentId: job.id, endedOn: '2026-03-02' })
    expect(await refusal(asManager(true))).toBe('request.not_found')
  })

  test('ends when the person works nowhere any more', async () => {
    const { set, own, ben, staff, job } = await atWork()
    const other = await world.user(['EMPLOYER'])
    const { id: workplaceId } = await makeWorkplace(world.db, { employer: other, now: world.clock.now })
    const second = await employ(world.db, { workplaceId, person: ben, now: world.clock.now })
    await set(true)
    await staff.employments.end({ employmentId: job.id, endedOn: '2026-03-02' })
    expect(await own.enrolment.status()).toMatchObject({ faceOff: 'EMPLOYER' })
    await world.api(other).employments.end({ employmentId: second.id, endedOn: '2026-03-02' })
    expect(await own.enrolment.status()).toMatchObject({ faceOff: null })
  })
})

describe('somebody who learns here and works here', () => {
  test('neither the school nor the employer switches on what the other switched off', async () => {
    const { anna, teacher } = await lessonIn(world, { enrolled: false })
    await enrolInClass(world, anna)
    const employer = await world.user(['EMPLOYER'])
    const { id: workplaceId } = await makeWorkplace(world.db, { employer, now: world.clock.now })
    await employ(world.db, { workplaceId, person: anna, now: world.clock.now })
    const set = { school: world.api(teacher).faceOptOut, work: world.api(employer).faceOptOut }
    const on = { userId: anna.id, off: false }
    const off = { userId: anna.id, off: true }
    await set.school.setOf(off)
    await set.work.setOf(off)
    expect(await refusal(set.work.setOf(on))).toBe('face_off.decided_elsewhere')
    await set.school.setOf(on)
    await set.work.setOf(off)
    expect(await refusal(set.school.setOf(on))).toBe('face_off.decided_elsewhere')
    await set.work.setOf(on)
    expect(await world.api(anna).enrolment.status()).toMatchObject({ faceOff: null })
  })
})
