import { refusal } from '@test/support/errors'
import { photoForm, portraitFile } from '@test/support/pictures'
import type { Sitter } from '@test/support/sample-portraits'
import type { Stance } from '@test/support/turned-head'
import { untilSomebodyWaits } from '@test/support/waiting'
import { testWorld } from '@test/support/world'
import { expect, test } from 'vitest'
import { NOTICE_VERSION } from '@/domain/enrolment'
import { lockEnrolment } from '@/server/biometrics/enrolment-lock'
import { runCalibration } from '@/server/calibration/run'
import { caseFace } from '@/server/duplicates/service'
import { lockNewFaces } from '@/server/enrolment/late-faces'
import { eraseFace } from '@/server/erasure/service'
import { transact } from '@/server/live/publish'

const world = testWorld()
/** Another picture of the same person. */
const turned: Stance = { left: 24 }

async function student(name: string) {
  const user = await world.user(['STUDENT'], name)
  const api = world.api(user)
  await api.enrolment.giveConsent({ noticeVersion: NOTICE_VERSION })
  const add = async (who: Sitter, share = 0.45, stance?: Stance) =>
    api.enrolment.addPhoto(photoForm(await portraitFile(who, { share, ...(stance && { stance }) })))
  return { user, api, add }
}

/** Berta is enrolled; somebody with the same face tries with a second account. */
async function secondAccount() {
  const berta = await student('Berta')
  await berta.add('berta')
  await berta.add('berta', 0.5, turned)
  const other = await student('Berta’s other account')
  const admin = await world.user(['ADMIN'], 'Office')
  expect(await refusal(other.add('berta', 0.4))).toBe('enrolment.administrator_looks')
  const caseId = (await world.db.duplicateCase.findFirstOrThrow()).id
  return { berta, other, admin, caseId }
}

test('a second account with the same face is stopped, and nothing of it is enrolled', async () => {
  const { berta, other } = await secondAccount()
  expect(await world.db.enrolmentPhoto.count({ where: { userId: other.user.id } })).toBe(0)
  expect(await refusal(other.add('berta', 0.42))).toBe('enrolment.administrator_looks')
  expect(await world.db.duplicateCase.count()).toBe(1)
  expect(await other.api.enrolment.status()).toMatchObject({ hold: 'OPEN', enrolled: false })
  expect(await berta.api.enrolment.status()).toMatchObject({ hold: null, enrolled: true })
})

test.each([
  ['is off after too many misses', { faceOff: 'TOO_MANY_MISSES' }],
  ['belongs to a disabled account', { disabledAt: new Date('2026-03-01T00:00:00Z') }],
] as const)('a second account is stopped where the first one’s face %s', async (_title, data) => {
  const berta = await student('Berta')
  await berta.add('berta')
  await berta.add('berta', 0.5, turned)
  await world.db.user.update({ where: { id: berta.user.id }, data })
  const other = await student('Berta’s other account')
  expect(await refusal(other.add('berta', 0.4))).toBe('enrolment.administrator_looks')
})

test('an administrator sees both faces side by side, and nobody else does', async () => {
  const { berta, other, admin, caseId } = await secondAccount()
  const { waiting } = await world.api(admin).duplicates.cases()
  expect(waiting).toMatchObject([
    { id: caseId, user: { name: 'Berta’s other account' }, known: { name: 'Berta' }, knownHasPhoto: true },
  ])
  expect(JSON.stringify(waiting)).not.toContain('similarity')
  for (const side of ['new', 'known'] as const) {
    const picture = await caseFace(world.as(admin), { caseId, side })
    expect(picture.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]))
    for (const { user } of [berta, other])
      expect(await refusal(caseFace(world.as(user), { caseId, side }))).toBe('request.not_found')
  }
  const held = await world.db.duplicateCase.findUniqueOrThrow({ where: { id: caseId } })
  expect(Buffer.from(held.image ?? []).includes(Buffer.from('JFIF'))).toBe(false)
})

test('twins both go on, as look-alikes, and the held picture is erased', async () => {
  const { berta, other, admin, caseId } = await secondAccount()
  await world.api(admin).duplicates.decide({ caseId, state: 'TWINS' })
  expect((await world.db.duplicateCase.findUniqueOrThrow({ where: { id: caseId } })).image).toBeNull()
  await other.add('berta', 0.4)
  await other.add('berta', 0.48, turned)
  expect(await other.api.enrolment.status()).toMatchObject({ hold: null, enrolled: true })
  const pairs = await world.db.lookAlike.findMany({ select: { aId: true, bId: true } })
  expect(pairs.map(({ aId, bId }) => [aId, bId])).toEqual([[berta.user.id, other.user.id].sort()])
})

test('the same person cannot enrol the second account, until an administrator decides anew', async () => {
  const { other, admin, caseId } = await secondAccount()
  const office = world.api(admin).duplicates
  await office.decide({ caseId, state: 'SAME_PERSON' })
  expect(await refusal(other.add('berta', 0.4))).toBe('enrolment.administrator_refused')
  expect(await other.api.enrolment.status()).toMatchObject({ hold: 'SAME_PERSON' })
  expect(await office.cases()).toMatchObject({ waiting: [], decided: [{ id: caseId, state: 'SAME_PERSON' }] })
  expect(await refusal(caseFace(world.as(admin), { caseId, side: 'new' }))).toBe('request.not_found')
  await office.decide({ caseId, state: 'TWINS' })
  await other.add('berta', 0.4)
})

test('who gets no face after all loses every photo, and every score made from one', async () => {
  const { other, admin, caseId } = await secondAccount()
  const office = world.api(admin).duplicates
  await office.decide({ caseId, state: 'TWINS' })
  await other.add('berta', 0.4)
  await other.add('berta', 0.48, turned)
  const { recogniser } = await world.context().faceEngine()
  await runCalibration(world.context(), recogniser)
  const newest = () => world.db.calibration.findFirstOrThrow({ orderBy: { id: 'desc' } })
  expect(JSON.stringify((await newest()).curves)).toContain(other.user.id)
  await world.db.$executeRaw`DELETE FROM graphile_worker._private_jobs`
  await office.decide({ caseId, state: 'SAME_PERSON' })
  expect(await world.db.enrolmentPhoto.count({ where: { userId: other.user.id } })).toBe(0)
  expect(await world.db.lookAlike.count()).toBe(0)
  expect(JSON.stringify((await newest()).curves)).not.toContain(other.user.id)
  expect(await world.db.duplicateCase.findFirst()).toMatchObject({ image: null, similarity: null })
  expect(await world.db.$queryRaw`SELECT task_identifier FROM graphile_worker.jobs ORDER BY 1`).toEqual([
    { task_identifier: 'calibrate' },
    { task_identifier: 'note_erasures' },
  ])
})

test('a photo is not kept when an administrator decides while it is worked on', async () => {
  const { other, admin, caseId } = await secondAccount()
  await world.api(admin).duplicates.decide({ caseId, state: 'TWINS' })
  let adding: Promise<unknown> | undefined
  await world.db.$transaction(
    async (tx) => {
      await lockEnrolment(tx, other.user.id)
      await tx.duplicateCase.update({ where: { id: caseId }, data: { state: 'SAME_PERSON' } })
      adding = refusal(other.add('berta', 0.4))
      await untilSomebodyWaits(world.db)
    },
    { timeout: 15_000 },
  )
  expect(await adding).toBe('enrolment.administrator_refused')
  expect(await world.db.enrolmentPhoto.count({ where: { userId: other.user.id } })).toBe(0)
})

test('withdrawing erases what was held', async () => {
  const { other } = await secondAccount()
  await other.api.enrolment.withdraw()
  expect(await world.db.duplicateCase.count()).toBe(0)
})

test('withdrawing erases the case of the account that was there before, too', async () => {
  const { berta, other } = await secondAccount()
  await berta.api.enrolment.withdraw()
  expect(await world.db.duplicateCase.count()).toBe(0)
  await other.add('berta', 0.4)
})

test('deleting every photo erases what was held; who tries again is stopped again', async () => {
  const { other } = await secondAccount()
  await other.api.enrolment.deleteAllPhotos()
  expect(await world.db.duplicateCase.count()).toBe(0)
  expect(await refusal(other.add('berta', 0.4))).toBe('enrolment.administrator_looks')
})

test('deleting the last photo of the account that was there before lets the other go on', async () => {
  const { berta, other } = await secondAccount()
  const [first, last] = (await berta.api.enrolment.status()).photos
  await berta.api.enrolment.deletePhoto({ photoId: first?.id ?? '' })
  expect(await world.db.duplicateCase.count()).toBe(1)
  await berta.api.enrolment.deletePhoto({ photoId: last?.id ?? '' })
  expect(await world.db.duplicateCase.count()).toBe(0)
  await other.add('berta', 0.4)
})

test.each([['OPEN'], ['TWINS']] as const)(
  'withdrawing while another photo is compared leaves no score behind (%s)',
  async (state) => {
    const { berta, other, admin, caseId } = await secondAccount()
    if (state === 'TWINS') await world.api(admin).duplicates.decide({ caseId, state })
    else await world.db.duplicateCase.deleteMany()
    let adding: Promise<unknown> | undefined
    await transact(world.context(), async (ctx) => {
      await lockEnrolment(ctx.tx, berta.user.id)
      await eraseFace(ctx, berta.user.id)
      adding = other.add('berta', 0.4)
      await untilSomebodyWaits(world.db)
    })
    await adding
    expect(await world.db.enrolmentPhoto.count({ where: { userId: other.user.id } })).toBe(1)
    expect(await world.db.duplicateCase.count({ where: { similarity: { not: null } } })).toBe(0)
    expect(await world.db.lookAlike.count()).toBe(0)
  },
)

test('of two accounts that enrol one face at the same moment the first goes on and the second waits for the office', async () => {
  const accounts = [await student('Berta'), await student('Berta’s other account')] as const
  let adding: Promise<PromiseSettledResult<unknown>[]> | undefined
  await world.db.$transaction(
    async (tx) => {
      // Both have been compared with everybody, and neither has been saved.
      await lockNewFaces(tx)
      adding = Promise.allSettled(accounts.map(({ add }) => add('berta')))
      await untilSomebodyWaits(world.db, 2)
    },
    { timeout: 15_000 },
  )
  const results = (await adding) ?? []
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const [first, second] = results[0]?.status === 'fulfilled' ? accounts : [accounts[1], accounts[0]]
  expect(await first.api.enrolment.status()).toMatchObject({ hold: null, photos: [{ usable: true }] })
  expect(await second.api.enrolment.status()).toMatchObject({ hold: 'OPEN', photos: [] })
  expect(await world.db.duplicateCase.findMany()).toMatchObject([
    { userId: second.user.id, knownId: first.user.id, state: 'OPEN' },
  ])
})

test('two different people who enrol at the same moment both go on', async () => {
  const [berta, clara] = [await student('Berta'), await student('Clara')]
  await Promise.all([berta.add('berta'), clara.add('clara')])
  expect(await world.db.enrolmentPhoto.count()).toBe(2)
  expect(await world.db.duplicateCase.count()).toBe(0)
})

test('different people enrol beside each other', async () => {
  const berta = await student('Berta')
  await berta.add('berta')
  const clara = await student('Clara')
  await clara.add('clara')
  await clara.add('clara', 0.5, { up: 14 })
  expect(await world.db.duplicateCase.count()).toBe(0)
})

test('pictures that cannot be enrolled are counted without a name', async () => {
  const clara = await student('Clara')
  expect(await refusal(clara.add('clara', 0.05))).toMatch(/^face\./)
  await clara.add('clara')
  expect(await refusal(clara.add('berta'))).toBe('enrolment.different_person')
  const rows = await world.db.enrolmentFailure.findMany({ orderBy: { id: 'asc' } })
  expect(rows.map(({ reason }) => reason)).toEqual([
    expect.stringMatching(/^face\./),
    'enrolment.different_person',
  ])
  expect(JSON.stringify(rows.map(({ id, ...row }) => row))).not.toContain(clara.user.id)
})
