import { consentedTo, onlyWithdrawn } from '@test/support/consents'
import { enrolCrowd } from '@test/support/crowd'
import { refusal } from '@test/support/errors'
import { classWithKiosk } from '@test/support/kiosk-world'
import { portraitFile } from '@test/support/pictures'
import { untilSomebodyWaits } from '@test/support/waiting'
import { testWorld } from '@test/support/world'
import { describe, expect, test } from 'vitest'
import { NOTICE_VERSION } from '@/domain/enrolment'
import { lockEnrolment } from '@/server/biometrics/enrolment-lock'
import type { TxContext } from '@/server/context/tx-context'
import { eraseFace } from '@/server/erasure/service'
import { configuredRecogniser } from '@/server/face/face-engine'
import { vectorsHeld } from '@/server/kiosks/gallery'
import { transact } from '@/server/live/publish'

const world = testWorld()

const CROWD = 58

const identifies = (await configuredRecogniser()) === 'retail-0095'

/** A class of 60 on a site whose own pairs support naming one of so many. */
async function largeClass() {
  const place = await classWithKiosk(world)
  await enrolCrowd(world.context(), { model: 'retail-0095', people: CROWD, classId: place.classId })
  return place
}

const counts = async () => ({
  attendance: await world.db.attendance.count(),
  evidence: await world.db.evidence.count(),
  known: await world.db.faceCheck.count({ where: { userId: { not: null } } }),
})

describe.skipIf(!identifies)('stepping up without a number', () => {
  test('is offered where this site’s own faces support it', async () => {
    const { atKiosk } = await largeClass()
    expect(await atKiosk().state()).toMatchObject({ session: { students: CROWD + 2, identifies: true } })
  })

  test('knows each of two among 60, and clocks them in', async () => {
    const { stepUp, anna, berta, kioskId } = await largeClass()
    expect(await stepUp('anna')).toMatchObject({ kind: 'clocked_in', firstName: 'Anna', status: 'PRESENT' })
    expect(await stepUp('berta')).toMatchObject({ kind: 'clocked_in', firstName: 'Berta' })
    const checks = await world.db.faceCheck.findMany({ orderBy: { id: 'asc' }, include: { evidence: true } })
    expect(checks.map(({ userId }) => userId)).toEqual([anna.id, berta.id])
    const { id: calibrationId } = await world.db.calibration.findFirstOrThrow({ orderBy: { id: 'desc' } })
    for (const check of checks) {
      expect(check).toMatchObject({ kioskId, calibrationId, outcome: 'MATCHED', liveness: 'PAD' })
      expect(check.evidence).not.toBeNull()
    }
    expect(await stepUp('anna')).toMatchObject({ kind: 'here' })
  })

  test('a stranger is not known, and nothing of them is kept but that somebody was there', async () => {
    const { stepUp, kioskId, sessionId } = await largeClass()
    expect(await refusal(stepUp('clara'))).toBe('kiosks.unknown')
    expect(await counts()).toEqual({ attendance: 0, evidence: 0, known: 0 })
    expect(await world.db.faceCheck.findFirstOrThrow()).toMatchObject({
      userId: null,
      kioskId,
      sessionId,
      outcome: 'NOT_MATCHED',
      similarity: null,
      live: null,
    })
  })

  test('a stranger again and again makes the kiosk pause, and counts against nobody', async () => {
    const { stepUp, kioskId } = await largeClass()
    let last = ''
    for (let i = 0; i < 30 && last !== 'kiosks.paused'; i++) last = await refusal(stepUp('clara'))
    expect(last).toBe('kiosks.paused')
    const locks = await world.db.faceLock.findMany({ where: { misses: { gt: 0 } } })
    expect(locks.map(({ key }) => key)).toEqual([`device:kiosk ${kioskId}`])
    expect(await refusal(stepUp('anna'))).toBe('kiosks.paused')
    world.wait(1)
    expect(await stepUp('anna')).toMatchObject({ kind: 'clocked_in' })
  })

  test('a picture without a face is nobody’s try', async () => {
    const { stepUp, atKiosk } = await largeClass()
    const form = new FormData()
    form.append('frame', await portraitFile('anna', { brightness: 0.02 }))
    expect(await refusal(atKiosk().stepUp(form))).toMatch(/^face\./)
    expect(await world.db.faceLock.findMany({ where: { misses: { gt: 0 } } })).toEqual([])
    expect(await stepUp('anna')).toMatchObject({ kind: 'clocked_in' })
  })

  test.each([
    ['has withdrawn', (id: string) => onlyWithdrawn(world, id)],
    ['agreed to an older notice', (id: string) => consentedTo(world, 0, id)],
    [
      'is without face',
      (id: string) => world.db.user.update({ where: { id }, data: { faceOff: 'OWN_WISH' } }),
    ],
    [
      'is without face in this class',
      (id: string) =>
        world.db.member.updateMany({ where: { userId: id }, data: { faceOffSince: world.clock.now } }),
    ],
    [
      'has left the class',
      (id: string) =>
        world.db.member.updateMany({ where: { userId: id }, data: { leftAt: world.clock.now } }),
    ],
    [
      'is disabled',
      (id: string) => world.db.user.update({ where: { id }, data: { disabledAt: world.clock.now } }),
    ],
  ])('somebody who %s is not known, though known a moment ago', async (_title, change) => {
    const { stepUp, anna } = await largeClass()
    await stepUp('anna')
    await change(anna.id)
    expect(await refusal(stepUp('anna'))).toBe('kiosks.unknown')
  })

  test.each([
    ['withdraws', (ctx: TxContext, userId: string) => eraseFace(ctx, userId)],
    [
      'goes without face',
      ({ tx }: TxContext, id: string) => tx.user.update({ where: { id }, data: { faceOff: 'STAFF' } }),
    ],
    [
      'goes without face in this class',
      ({ tx, now }: TxContext, userId: string) =>
        tx.member.updateMany({ where: { userId }, data: { faceOffSince: now } }),
    ],
  ])(
    'whoever %s just when they are recognised is sent to the code, and nobody hears why',
    async (_title, change) => {
      const { stepUp, anna } = await largeClass()
      let refused: Promise<string> | undefined
      await transact(world.context(), async (ctx) => {
        await lockEnrolment(ctx.tx, anna.id)
        await change(ctx, anna.id)
        refused = refusal(stepUp('anna'))
        await untilSomebodyWaits(world.db)
      })
      expect(await refused).toBe('kiosks.use_code')
      expect(await counts()).toEqual({ attendance: 0, evidence: 0, known: 0 })
      expect(await world.db.faceLock.findMany({ where: { misses: { gt: 0 } } })).toEqual([])
    },
  )

  test('whoever agreed to a notice that was changed since is known, where it said as much', async () => {
    const { stepUp } = await largeClass()
    await consentedTo(world, NOTICE_VERSION + 1)
    expect(await stepUp('anna')).toMatchObject({ kind: 'clocked_in', firstName: 'Anna' })
  })

  test('of two who look too much alike neither is named, and that is no miss', async () => {
    const { stepUp, anna, berta } = await largeClass()
    const [aId = '', bId = ''] = [anna.id, berta.id].sort()
    const model = 'retail-0095'
    await world.db.lookAlike.create({ data: { model, aId, bId, similarity: 0.7, foundAt: world.clock.now } })
    expect(await refusal(stepUp('anna'))).toBe('kiosks.number_needed')
    expect(await counts()).toEqual({ attendance: 0, evidence: 0, known: 0 })
    expect(await world.db.faceCheck.findFirst()).toMatchObject({ reason: 'kiosks.number_needed' })
    expect(await world.db.faceLock.findMany({ where: { misses: { gt: 0 } } })).toEqual([])
  })
})

describe.skipIf(!identifies)('opened vectors', () => {
  test('are kept between two people, and gone at once when somebody withdraws', async () => {
    const { stepUp, anna, classId } = await largeClass()
    await stepUp('anna')
    expect(vectorsHeld(classId)).toBe(CROWD * 3 + 4)
    await world.api(anna).enrolment.withdraw()
    await expect.poll(() => vectorsHeld(classId)).toBe(0)
    expect(await refusal(stepUp('anna'))).toBe('kiosks.unknown')
    expect(vectorsHeld(classId)).toBe(CROWD * 3 + 2)
  })

  test('are gone when the session is over', async () => {
    const { stepUp, teacher, classId, sessionId } = await largeClass()
    await stepUp('anna')
    await world.api(teacher).sessions.close({ sessionId })
    await expect.poll(() => vectorsHeld(classId)).toBe(0)
  })
})
