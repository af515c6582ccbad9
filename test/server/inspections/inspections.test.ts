import { outcomes, refusal } from '@test/support/errors'
import { readPdf } from '@test/support/read-pdf'
import { readableText } from '@test/support/read-stream'
import { cafe } from '@test/support/work-world'
import { day } from '@test/support/workplaces'
import { testWorld } from '@test/support/world'
import { beforeEach, describe, expect, test } from 'vitest'
import { readerLocale } from '@/domain/locale'
import { inspectedHours, inspectedRecord } from '@/server/inspections/files'

const world = testWorld()
const reader = readerLocale({ chosen: 'en', accepted: null, pseudo: false })

beforeEach(() => {
  world.clock.now = new Date('2026-03-02T12:00:00Z')
})

const months = { from: '2026-01', to: '2026-12' }

/** Ben worked eight hours less a break on a day of February; an inspector may read this year. */
async function inspected(more: { wages?: boolean; days?: number; name?: string } = {}) {
  const scene = await cafe(world)
  const { workplaceId, staff, ben, job } = scene
  await world.db.user.update({ where: { id: ben.id }, data: { name: more.name ?? 'Ben' } })
  await world.db.timeEntry.create({
    data: {
      ...{ employmentId: job.id, userId: ben.id, workplaceId, inMethod: 'PIN', outMethod: 'HAND' },
      startedAt: new Date('2026-02-10T08:00:00Z'),
      endedAt: new Date('2026-02-10T16:00:00Z'),
      createdAt: world.clock.now,
      breaks: {
        create: {
          startedAt: new Date('2026-02-10T11:00:00Z'),
          endedAt: new Date('2026-02-10T11:30:00Z'),
        },
      },
    },
  })
  const { wages = false, days = 7 } = more
  const made = await staff.inspections.make({
    ...{ workplaceId, ...months, name: 'Labour inspectorate', wages, days },
  })
  const inspector = world.api()
  return { ...scene, ...made, inspector, employmentId: job.id }
}

describe('an inspector with a link', () => {
  test('sees people, hours and days of the months that have begun, and no wages', async () => {
    const { inspector, link, employmentId } = await inspected()
    const all = await inspector.inspections.look({ link })
    expect(all.months).toEqual(['2026-03', '2026-02', '2026-01'])
    expect(all).toMatchObject({ month: '2026-03', person: null, people: [{ name: 'Ben', minutes: 0 }] })
    const { person } = await inspector.inspections.look({ link, month: '2026-02', employmentId })
    expect(person).toMatchObject({
      ...{ name: 'Ben', minutes: 450, pay: null },
      entries: [{ minutes: 450, pausedMinutes: 30, remark: 'HAND' }],
    })
    expect(JSON.stringify(person)).not.toMatch(/rate|minorPerHour|photo/i)
  })

  test('sees rates and payments where the owner ticked wages', async () => {
    const { inspector, link, employmentId } = await inspected({ wages: true })
    const { person } = await inspector.inspections.look({ link, month: '2026-02', employmentId })
    expect(person?.pay?.rates).toMatchObject([{ minorPerHour: 2000 }])
  })

  test('takes the month as PDF and the hours as CSV, in which no formula is one', async () => {
    const { link, employmentId } = await inspected({ name: '=Ben' })
    const ctx = world.context()
    const pdf = await inspectedRecord(ctx, { link, employmentId, month: '2026-02', reader })
    expect((await readPdf(pdf.body)).text).toContain('7:30')
    const csv = await inspectedHours(ctx, { link, month: '2026-02', reader })
    expect((await readableText(csv.body)).split('\r\n')[1]).toBe(
      "1,'=Ben,,2026-02-10,2026-02-10 09:00,2026-02-10 17:00,0:30,7:30,entered by hand",
    )
    const all = await readableText((await inspectedHours(ctx, { link, month: null, reader })).body)
    expect(all.trim().split('\r\n')).toHaveLength(2)
  })

  test('leaves a row in the ledger with every look', async () => {
    const { inspector, link, id, employmentId } = await inspected()
    await inspector.inspections.look({ link, month: '2026-02' })
    await inspector.inspections.look({ link, month: '2026-02', employmentId })
    await inspectedRecord(world.context(), { link, employmentId, month: '2026-02', reader })
    await inspectedHours(world.context(), { link, month: null, reader })
    const looks = await world.db.change.findMany({
      where: { subject: 'inspection look', subjectId: id },
      orderBy: { id: 'asc' },
    })
    const of = { from: '2026-02', to: '2026-02' }
    expect(looks.map(({ after, actorId }) => ({ after, actorId }))).toEqual([
      { after: { ...of, employmentId: null, as: 'PAGE' }, actorId: null },
      { after: { ...of, employmentId, as: 'PAGE' }, actorId: null },
      { after: { ...of, employmentId, as: 'PDF' }, actorId: null },
      { after: { from: '2026-01', to: '2026-03', employmentId: null, as: 'CSV' }, actorId: null },
    ])
  })

  test('sees no other month, nobody of another workplace, and nothing after the link has ended', async () => {
    const { inspector, link, id, staff } = await inspected({ days: 1 })
    const other = await cafe(world, {}, {}, async (roles) => world.user(roles, 'Somebody else'))
    const code = async (asked: { month?: string; employmentId?: string }) =>
      await refusal(inspector.inspections.look({ link, ...asked }))
    expect(await code({ month: '2025-12' })).toBe('request.not_found')
    expect(await code({ month: '2026-04' })).toBe('request.not_found')
    expect(await code({ month: '2026-02', employmentId: other.job.id })).toBe('request.not_found')
    const file = { link, employmentId: other.job.id, month: '2026-02', reader }
    expect(await refusal(inspectedRecord(world.context(), file))).toBe('request.not_found')
    await staff.inspections.revoke({ inspectionId: id })
    expect(await code({})).toBe('inspections.link_dead')
    const again = await inspected({ days: 1 })
    world.wait(24 * 60)
    const expired = inspectedHours(world.context(), { link: again.link, month: null, reader })
    expect(await refusal(expired)).toBe('inspections.link_dead')
  })

  test('opens nothing else with it, and whoever guesses is soon asked to wait', async () => {
    const { link } = await inspected()
    const guess = { link: 'x'.repeat(43) }
    const guesser = world.api(null, { address: '192.0.2.7' }).inspections
    for (let time = 0; time < 30; time += 1)
      expect(await refusal(guesser.look(guess))).toBe('inspections.link_dead')
    expect(await refusal(guesser.look(guess))).toBe('request.too_many')
    expect(await refusal(world.api().kiosks.byLink({ link }))).toBe('kiosks.link_dead')
  })
})

describe('the owner', () => {
  test('sees who may read until when, never the link again, and only its hash is kept', async () => {
    const { staff, workplaceId, id, link, inspector } = await inspected()
    await inspector.inspections.look({ link })
    expect(await staff.inspections.ofWorkplace({ workplaceId })).toEqual([
      {
        ...{ id, name: 'Labour inspectorate', wages: false, ...months },
        ...{ expiresAt: new Date('2026-03-09T12:00:00Z'), lastUsedAt: world.clock.now },
      },
    ])
    const [row] = await world.db.$queryRaw<
      { row: string }[]
    >`SELECT "Inspection"::text AS row FROM "Inspection"`
    expect(row?.row).not.toContain(link)
  })

  test('may let somebody read for 30 days at most', async () => {
    const { staff, workplaceId } = await inspected()
    const asked = { workplaceId, ...months, name: 'Ms Gray' }
    expect(await refusal(staff.inspections.make({ ...asked, days: 31 }))).toBe('BAD_REQUEST')
    expect(await refusal(staff.inspections.make({ ...asked, to: '2025-12' }))).toBe('BAD_REQUEST')
    await staff.inspections.make({ ...asked, days: 30 })
  })

  test('alone makes, sees and ends it', async () => {
    const { workplaceId, id } = await inspected()
    const manager = await world.user(['EMPLOYER'])
    await world.db.leader.create({
      data: { placeId: workplaceId, userId: manager.id, role: 'ASSISTANT', since: world.clock.now },
    })
    const asked = { workplaceId, ...months, name: 'Ms Gray' }
    const theirs = world.api(manager).inspections
    expect(await refusal(theirs.make(asked))).toBe('places.owner_only')
    expect(await refusal(theirs.ofWorkplace({ workplaceId }))).toBe('places.owner_only')
    expect(await refusal(theirs.revoke({ inspectionId: id }))).toBe('request.not_found')
    const stranger = world.api(await world.user(['EMPLOYER'])).inspections
    expect(await refusal(stranger.make(asked))).toBe('request.not_found')
    expect(await refusal(stranger.revoke({ inspectionId: id }))).toBe('request.not_found')
  })
})

test('an access lasts no longer than its maker owns the workplace and their account counts', async () => {
  const { inspector, link, workplaceId, staff, employer } = await inspected()
  const opens = async () => (await outcomes([inspector.inspections.look({ link })]))[0]
  const listed = async () => (await staff.inspections.ofWorkplace({ workplaceId })).length
  expect([await opens(), await listed()]).toEqual(['done', 1])
  const disable = (disabledAt: Date | null) =>
    world.db.user.update({ where: { id: employer.id }, data: { disabledAt } })
  await disable(world.clock.now)
  expect(await opens()).toBe('inspections.link_dead')
  await disable(null)
  expect(await opens()).toBe('done')

  const heir = await world.user(['EMPLOYER'])
  await world.db.leader.create({
    data: { placeId: workplaceId, userId: heir.id, role: 'ASSISTANT', since: world.clock.now },
  })
  await staff.places.handOver({ placeId: workplaceId, userId: heir.id })
  expect(await opens()).toBe('inspections.link_dead')
  expect(await world.api(heir).inspections.ofWorkplace({ workplaceId })).toEqual([])
})

test('an access ends with its workplace’s days, not with the employment of whom it shows', async () => {
  const { inspector, link, employmentId } = await inspected()
  await world.db.employment.update({ where: { id: employmentId }, data: { endedOn: day('2026-02-20') } })
  const seen = async (month: string) => (await inspector.inspections.look({ link, month })).people.length
  expect([await seen('2026-02'), await seen('2026-03')]).toEqual([1, 0])
})
