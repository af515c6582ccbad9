import { refusal } from '@test/support/errors'
import { enrolAs } from '@test/support/kiosk-world'
import { portraitFile, workForm } from '@test/support/pictures'
import { cafe, workCode, workKiosk } from '@test/support/work-world'
import { employ, makeWorkplace } from '@test/support/workplaces'
import { testWorld } from '@test/support/world'
import { beforeEach, describe, expect, test } from 'vitest'
import { errorLine } from '@/server/words/sentences'

const world = testWorld()

beforeEach(() => {
  world.clock.now = new Date('2026-03-02T08:00:00Z')
})

async function atWork() {
  const place = await cafe(world)
  await enrolAs(world, place.ben, 'anna')
  const { workplaceId, ben } = place
  const clockIn = async (at = workplaceId) =>
    place.own.clocking.workByFace(workForm(at, 'in', [await portraitFile('anna', { share: 0.44 })]))
  const here = { placeId: workplaceId, userId: ben.id }
  const set = (off: boolean) => place.staff.faceOptOut.setAt({ ...here, off })
  return { ...place, here, clockIn, set }
}

describe('switched off by the employer', () => {
  test('holds at that workplace alone and erases nothing', async () => {
    const { set, own, ben, employer, clockIn, staff, job, workplaceId } = await atWork()
    const other = await world.user(['EMPLOYER'])
    const second = await makeWorkplace(world.db, { employer: other, now: world.clock.now, name: 'Bakery' })
    await employ(world.db, { workplaceId: second.id, person: ben, now: world.clock.now })
    await set(true)
    expect(await world.db.template.count()).toBe(2)
    expect(await refusal(clockIn())).toBe('face.off_at_work')
    expect(errorLine('face.off_at_work')).toMatch(/code .*number and PIN/)
    expect(await refusal(own.clocking.startWorkChallenge({ workplaceId, direction: 'in' }))).toBe(
      'face.off_at_work',
    )
    expect(await own.enrolment.status()).toMatchObject({
      faceOff: null,
      enrolled: true,
      faceOffAt: [{ placeId: workplaceId, kind: 'WORKPLACE', since: world.clock.now, by: employer.name }],
    })
    expect(await staff.employments.byId({ employmentId: job.id })).toMatchObject({
      ...{ faceOff: null, faceOffHere: { since: world.clock.now, by: employer.name } },
    })
    expect((await staff.employments.ofWorkplace({ workplaceId })).items).toMatchObject([
      { faceOffHere: true },
    ])
    expect(await clockIn(second.id)).toMatchObject({ kind: 'clocked_in' })
    await own.clocking.workByFace(workForm(second.id, 'out', [await portraitFile('anna', { share: 0.44 })]))
    world.wait(60)
    const code = workCode(world, workplaceId)
    expect(await own.clocking.workByCode({ workplaceId, direction: 'in', code })).toMatchObject({
      kind: 'clocked_in',
    })
  })

  test('on again, the photos are still there', async () => {
    const { set, clockIn } = await atWork()
    await set(true)
    await set(false)
    expect(await clockIn()).toMatchObject({ kind: 'clocked_in' })
  })

  test('the kiosk looks at nobody’s face for the number, and the PIN counts', async () => {
    const { set, staff, job, workplaceId } = await atWork()
    const { atKiosk, scan } = await workKiosk(world, staff, workplaceId)
    await staff.employments.setPin({ employmentId: job.id, pin: '4711' })
    await set(true)
    expect(await refusal(scan('anna', 1))).toBe('kiosks.no_face')
    expect(await atKiosk.workByPin({ number: 1, pin: '4711' })).toMatchObject({ kind: 'clocked_in' })
  })

  test('never overrules the person, and lifts what misses brought about', async () => {
    const { set, own, ben, staff } = await atWork()
    await own.faceOptOut.setOwn({ off: true })
    await set(true)
    await set(false)
    expect(await own.enrolment.status()).toMatchObject({ faceOff: 'OWN_WISH' })
    const lift = () => staff.faceOptOut.setOf({ userId: ben.id, off: false })
    expect(await refusal(lift())).toBe('face_off.own_wish')
    await world.db.user.update({ where: { id: ben.id }, data: { faceOff: 'TOO_MANY_MISSES' } })
    await lift()
    expect(await own.enrolment.status()).toMatchObject({ faceOff: null })
  })

  test('by whoever decides about hours there alone; to others the person does not exist', async () => {
    const { here, workplaceId, staff, job } = await atWork()
    const manager = await world.user(['EMPLOYER'])
    const leader = { placeId: workplaceId, userId: manager.id }
    await world.db.leader.create({ data: { ...leader, role: 'ASSISTANT', since: world.clock.now } })
    const asManager = (off: boolean) => world.api(manager).faceOptOut.setAt({ ...here, off })
    const lift = () => world.api(manager).faceOptOut.setOf({ userId: here.userId, off: false })
    expect(await refusal(asManager(true))).toBe('request.not_found')
    expect(await refusal(lift())).toBe('request.not_found')
    await staff.workplaces.setRights({
      ...{ workplaceId, userId: manager.id, mayApprove: true, seesWages: false, mayPay: false },
    })
    await asManager(true)
    await asManager(false)
    const stranger = world.api(await world.user(['EMPLOYER'])).faceOptOut
    expect(await refusal(stranger.setAt({ ...here, off: true }))).toBe('request.not_found')
    await staff.employments.end({ employmentId: job.id, endedOn: '2026-03-02' })
    expect(await refusal(asManager(true))).toBe('request.not_found')
  })
})

test('what an employer decided for every place before ends when the person works nowhere any more', async () => {
  const { own, ben, staff, job } = await atWork()
  const other = await world.user(['EMPLOYER'])
  const { id: workplaceId } = await makeWorkplace(world.db, { employer: other, now: world.clock.now })
  const second = await employ(world.db, { workplaceId, person: ben, now: world.clock.now })
  await world.db.user.update({ where: { id: ben.id }, data: { faceOff: 'EMPLOYER' } })
  await staff.employments.end({ employmentId: job.id, endedOn: '2026-03-02' })
  expect(await own.enrolment.status()).toMatchObject({ faceOff: 'EMPLOYER' })
  await world.api(other).employments.end({ employmentId: second.id, endedOn: '2026-03-02' })
  expect(await own.enrolment.status()).toMatchObject({ faceOff: null })
})
