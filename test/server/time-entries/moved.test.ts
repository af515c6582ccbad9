import { refusal } from '@test/support/errors'
import { cafe, worked } from '@test/support/hours'
import { testWorld } from '@test/support/world'
import { beforeEach, expect, test } from 'vitest'
import { endForgotten } from '@/server/time-entries/forgotten'

const world = testWorld()

beforeEach(() => {
  world.clock.now = new Date('2026-05-02T09:00:00Z')
})

const times = (startedAt: string, endedAt: string) => ({ startedAt, endedAt, breaks: [], kindId: null })

async function scene() {
  const place = await cafe(world)
  const entry = await worked(world, place, ['2026-03-10T08:00:00Z', '2026-03-10T16:00:00Z'])
  const edit = (wanted: ReturnType<typeof times> | null) =>
    world.api(place.owner).timeEntries.edit({ entryId: entry.id, wanted, reason: 'Looked at again' })
  const stands = () => world.db.timeEntry.findUniqueOrThrow({ where: { id: entry.id } })
  return { ...place, entry, edit, stands }
}

test('an entry stays within an employment, and is no longer than two days', async () => {
  const { edit, stands, entry } = await scene()
  expect(await refusal(edit(times('2025-12-30T08:00:00Z', '2025-12-30T16:00:00Z')))).toBe(
    'timeEntries.not_employed',
  )
  expect(await refusal(edit(times('2026-03-10T08:00:00Z', '2026-03-12T08:01:00Z')))).toBe(
    'timeEntries.too_long',
  )
  expect((await stands()).startedAt).toEqual(entry.startedAt)
  const long = { endedAt: new Date('2026-03-14T08:00:00Z') }
  await expect(world.db.timeEntry.update({ where: { id: entry.id }, data: long })).rejects.toThrow(
    'TimeEntry_longest_check',
  )
})

test('what was removed comes back where a dispute about it is granted', async () => {
  const { edit, stands, person, owner, entry } = await scene()
  await edit(null)
  const { id: correctionId } = await world.db.correction.findFirstOrThrow()
  await world.api(person).timeEntries.answer({ correctionId, agrees: false, words: 'I was there' })
  await world.api(owner).timeEntries.decide({ correctionId, grant: true })
  expect(await stands()).toMatchObject({
    removedAt: null,
    startedAt: entry.startedAt,
    endedAt: entry.endedAt,
  })
})

test('a time of an offset that nobody lives by is kept in UTC, and keeps no page from opening', async () => {
  const { workplaceId, person, owner } = await scene()
  const asked = times('2026-03-11T08:00:00+23:59', '2026-03-11T10:00:00+23:59')
  await world.api(person).timeEntries.ask({ workplaceId, wanted: asked, reason: 'Forgot' })
  const { wanted } = await world.db.correction.findFirstOrThrow()
  expect(wanted).toMatchObject({ startedAt: '2026-03-10T08:01:00.000Z' })
  await world.api(owner).payPeriods.waiting()
  await world.api(person).payPeriods.ownWaiting()
})

test('who works at two places at once clocks out of both, whatever is allowed by then', async () => {
  const place = await cafe(world)
  const other = await cafe(world)
  const at = world.clock.now.toISOString()
  const { db } = world
  await db.employment.updateMany({ data: { concurrent: true } })
  const second = await db.employment.create({
    data: {
      ...{ workplaceId: other.workplaceId, userId: place.person.id, startedOn: new Date('2026-01-01') },
      ...{ createdAt: world.clock.now, concurrent: true },
      memberId: (
        await db.member.create({
          data: { placeId: other.workplaceId, userId: place.person.id, number: 9, joinedAt: world.clock.now },
        })
      ).id,
    },
  })
  await worked(world, place, [at, null])
  await worked(world, { ...other, employmentId: second.id, person: place.person }, [at, null])
  await db.employment.updateMany({ data: { concurrent: false } })
  world.wait(17 * 60 * 60)
  expect(await endForgotten(world.context())).toEqual({ ended: 2 })
})
