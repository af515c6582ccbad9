import { refusal } from '@test/support/errors'
import { enrolAs } from '@test/support/kiosk-world'
import { portraitFile, workForm } from '@test/support/pictures'
import type { Sitter } from '@test/support/sample-portraits'
import { cafe, workKiosk } from '@test/support/work-world'
import { testWorld } from '@test/support/world'
import { beforeEach, describe, expect, test } from 'vitest'
import { evidenceImage } from '@/server/evidence/service'

const world = testWorld()

beforeEach(() => {
  world.clock.now = new Date('2026-03-02T08:00:00Z')
})

async function atWork() {
  const place = await cafe(world)
  const { workplaceId, ben, own } = place
  await enrolAs(world, ben, 'anna')
  const byFace = async (who: Sitter, direction: 'in' | 'out' = 'in') =>
    own.clocking.workByFace(workForm(workplaceId, direction, [await portraitFile(who, { share: 0.44 })]))
  const manager = async (mayApprove: boolean) => {
    const person = await world.user(['EMPLOYER'])
    await world.db.leader.create({
      data: {
        placeId: workplaceId,
        userId: person.id,
        role: 'ASSISTANT',
        mayApprove,
        since: world.clock.now,
      },
    })
    return person
  }
  return { ...place, byFace, manager }
}

const onlyEntry = async () => (await world.db.timeEntry.findFirstOrThrow()).id

describe('the face checks of an entry', () => {
  test('are those that counted and those that failed just before, by whatever one clocked then', async () => {
    const { byFace, clock, own, staff } = await atWork()
    expect(await refusal(byFace('berta'))).toBe('face.not_recognised')
    world.wait(2)
    const { entryId } = await clock('in')
    world.wait(60)
    await byFace('anna', 'out')
    const told = [
      { purpose: 'CLOCK_OUT', outcome: 'MATCHED', reason: null, hasEvidence: true },
      { purpose: 'CLOCK_IN', outcome: 'NOT_MATCHED', hasEvidence: true },
    ]
    expect((await own.timeEntries.ownHistory({ entryId })).faceChecks).toMatchObject(told)
    expect((await staff.timeEntries.history({ entryId })).faceChecks).toMatchObject(told)
  })

  test('are not those of long before, which the week still tells of', async () => {
    const { byFace, clock, own, staff, workplaceId, ben } = await atWork()
    await refusal(byFace('berta'))
    world.wait(16)
    const { entryId } = await clock('in')
    expect((await own.timeEntries.ownHistory({ entryId })).faceChecks).toEqual([])
    const week = await staff.timeEntries.faceChecks({ workplaceId, userId: ben.id })
    expect(week).toMatchObject({ faceChecks: [{ outcome: 'NOT_MATCHED' }], evidenceDays: 30 })
    expect(await own.timeEntries.ownFaceChecks({ workplaceId })).toEqual(week)
    const before = await own.timeEntries.ownFaceChecks({ workplaceId, day: '2026-02-20' })
    expect(before.faceChecks).toEqual([])
  })

  test('are also those of a kiosk at the door', async () => {
    const { staff, workplaceId } = await atWork()
    const { scan } = await workKiosk(world, staff, workplaceId)
    await scan('anna', 1)
    const { faceChecks } = await staff.timeEntries.history({ entryId: await onlyEntry() })
    expect(faceChecks).toMatchObject([{ purpose: 'CLOCK_IN', outcome: 'MATCHED', hasEvidence: true }])
  })

  test('go with the entry, and belong to nobody else’s', async () => {
    const { byFace, ben, workplaceId } = await atWork()
    await byFace('anna')
    const timeEntryId = await onlyEntry()
    const other = await world.user(['EMPLOYEE'])
    await expect(
      world.db.faceCheck.updateMany({ where: { timeEntryId }, data: { userId: other.id } }),
    ).rejects.toThrow()
    expect(await world.db.faceCheck.findFirst()).toMatchObject({ userId: ben.id, placeId: workplaceId })
  })
})

describe('who sees them', () => {
  test('the person, and whoever decides about hours there; another leader sees none', async () => {
    const { byFace, ben, employer, manager, workplaceId } = await atWork()
    await byFace('anna')
    const entryId = await onlyEntry()
    const { id: faceCheckId } = await world.db.faceCheck.findFirstOrThrow()
    const [decides, onlyLeads] = [await manager(true), await manager(false)]
    for (const who of [ben, employer, decides]) {
      const image = await evidenceImage(world.as(who), { faceCheckId })
      expect(image.subarray(0, 2)).toEqual(Buffer.of(0xff, 0xd8))
    }
    expect(await refusal(evidenceImage(world.as(onlyLeads), { faceCheckId }))).toBe('request.not_found')
    const api = world.api(onlyLeads).timeEntries
    expect((await api.history({ entryId })).faceChecks).toBeNull()
    expect((await api.week({ workplaceId, userId: ben.id })).decides).toBe(false)
    expect(await refusal(api.faceChecks({ workplaceId, userId: ben.id }))).toBe('auth.not_allowed')
    const asDecider = world.api(decides).timeEntries
    expect((await asDecider.history({ entryId })).faceChecks).toHaveLength(1)
    expect((await asDecider.faceChecks({ workplaceId, userId: ben.id })).faceChecks).toHaveLength(1)
  })

  test('to everybody else there is neither the list nor the picture', async () => {
    const { byFace, ben, workplaceId } = await atWork()
    await byFace('anna')
    const { id: faceCheckId } = await world.db.faceCheck.findFirstOrThrow()
    const strangers = [await world.user(['EMPLOYER']), await world.user(['TEACHER'])]
    for (const stranger of strangers)
      expect(await refusal(evidenceImage(world.as(stranger), { faceCheckId }))).toBe('request.not_found')
    const [stranger] = strangers
    const api = world.api(stranger ?? null).timeEntries
    expect(await refusal(api.faceChecks({ workplaceId, userId: ben.id }))).toBe('request.not_found')
    const colleague = world.api(await world.user(['EMPLOYEE'])).timeEntries
    expect(await refusal(colleague.ownFaceChecks({ workplaceId }))).toBe('request.not_found')
  })
})
