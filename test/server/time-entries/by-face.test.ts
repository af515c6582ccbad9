import { consentedTo } from '@test/support/consents'
import { refusal } from '@test/support/errors'
import { enrolAs } from '@test/support/kiosk-world'
import { portraitFile, workForm } from '@test/support/pictures'
import type { Sitter } from '@test/support/sample-portraits'
import { cafe, workCode, workKiosk } from '@test/support/work-world'
import { testWorld } from '@test/support/world'
import { beforeEach, describe, expect, test } from 'vitest'
import { WORK_NOTICE } from '@/domain/enrolment'
import { matchableIn } from '@/server/biometrics/identifiable'
import { evidenceImage } from '@/server/evidence/service'

const world = testWorld()

beforeEach(() => {
  world.clock.now = new Date('2026-03-02T08:00:00Z')
})

async function enrolled() {
  const place = await cafe(world)
  await enrolAs(world, place.ben, 'anna')
  const clockAs = async (who: Sitter, direction: 'in' | 'out' = 'in') =>
    place.own.clocking.workByFace(
      workForm(place.workplaceId, direction, [await portraitFile(who, { share: 0.44 })]),
    )
  return { ...place, clockAs }
}

describe('clocking at work by face', () => {
  test('in and out; the face checks are kept with the workplace, sealed', async () => {
    const { clockAs, workplaceId, ben } = await enrolled()
    expect(await clockAs('anna')).toMatchObject({ kind: 'clocked_in', minutesToday: 0 })
    world.wait(60)
    expect(await clockAs('anna', 'out')).toMatchObject({ kind: 'clocked_out', minutesToday: 60 })
    const checks = await world.db.faceCheck.findMany({ orderBy: { at: 'asc' } })
    expect(checks).toMatchObject([
      { userId: ben.id, placeId: workplaceId, sessionId: null, purpose: 'CLOCK_IN', outcome: 'MATCHED' },
      { purpose: 'CLOCK_OUT', outcome: 'MATCHED' },
    ])
    const [{ id: faceCheckId } = { id: '' }] = checks
    expect((await evidenceImage(world.as(ben), { faceCheckId })).subarray(0, 2)).toEqual(
      Buffer.of(0xff, 0xd8),
    )
    expect(await world.db.timeEntry.findFirst()).toMatchObject({ inMethod: 'FACE', outMethod: 'FACE' })
  })

  test('a stranger’s face is refused and kept as evidence, and clocks nobody in', async () => {
    const { clockAs, workplaceId } = await enrolled()
    expect(await refusal(clockAs('berta'))).toBe('face.not_recognised')
    expect(await world.db.faceCheck.findFirst()).toMatchObject({
      placeId: workplaceId,
      outcome: 'NOT_MATCHED',
    })
    expect(await world.db.timeEntry.count()).toBe(0)
  })

  test('whoever agreed before the notice spoke of work is asked to read it, and no face is looked at', async () => {
    const { clockAs } = await enrolled()
    await consentedTo(world, WORK_NOTICE - 1)
    expect(await refusal(clockAs('anna'))).toBe('enrolment.notice_outdated')
    expect(await world.db.faceCheck.count()).toBe(0)
  })

  test('nor does a kiosk at work know them, or tell why', async () => {
    const { staff, workplaceId } = await enrolled()
    const { scan } = await workKiosk(world, staff, workplaceId)
    const model = (await world.context().recogniser()) ?? ''
    expect(await matchableIn(world.db, { placeId: workplaceId, model })).toHaveLength(2)
    await consentedTo(world, WORK_NOTICE - 1)
    expect(await matchableIn(world.db, { placeId: workplaceId, model })).toEqual([])
    expect(await refusal(scan('anna', 1))).toBe('kiosks.no_face')
  })

  test('a look-alike takes the code of the workplace beside the face', async () => {
    const { clockAs, ben, own, workplaceId } = await enrolled()
    const twin = await world.user(['EMPLOYEE'])
    const [aId = '', bId = ''] = [ben.id, twin.id].sort()
    const model = (await world.context().recogniser()) ?? ''
    await world.db.lookAlike.create({
      data: { model, aId, bId, similarity: 0.7, foundAt: world.clock.now },
    })
    expect(await refusal(clockAs('anna'))).toBe('face.second_factor')
    const code = workCode(world, workplaceId)
    await own.clocking.workByCode({ workplaceId, direction: 'in', code })
    expect(await world.db.timeEntry.findFirst()).toMatchObject({ inMethod: 'FACE' })
    expect(await world.db.faceCheck.findFirst()).toMatchObject({ secondFactor: true, reason: null })
  })
})
