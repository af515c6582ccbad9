import { refusal } from '@test/support/errors'
import { type Cafe, cafe, manager, worked } from '@test/support/hours'
import { readableText, readBytes } from '@test/support/read-stream'
import { day, employ, makeWorkplace } from '@test/support/workplaces'
import { testWorld } from '@test/support/world'
import { readXlsx } from 'hucre/xlsx'
import { beforeEach, describe, expect, test } from 'vitest'
import type { ListName } from '@/domain/lists'
import { readerLocale } from '@/domain/locale'
import type { Actor } from '@/server/context/context'
import { listFile } from '@/server/lists/file'

const world = testWorld()
const reader = readerLocale({ chosen: 'en', accepted: null, pseudo: false })

beforeEach(() => {
  world.clock.now = new Date('2026-05-02T09:00:00Z')
})

type Query = Record<string, string>

const file = (who: Actor, list: ListName | 'wages', asked: Query) =>
  listFile(world.as(who), { list, asked: { as: 'csv', ...asked }, reader })

/** The rows of a list as text, its header first. */
async function csv(who: Actor, list: ListName, asked: Query): Promise<string[]> {
  const text = await readableText((await file(who, list, asked)).body)
  return text.trim().split('\r\n')
}

/** Another person of the café, who worked a day of March from eight for so many hours. */
async function another(place: Cafe, name: string, hours: number) {
  const { workplaceId } = place
  const person = await world.user(['EMPLOYEE'], name)
  const { id: employmentId } = await employ(world.db, { workplaceId, person, now: world.clock.now })
  const until = String(8 + hours).padStart(2, '0')
  const times = ['2026-03-10T08:00:00Z', `2026-03-10T${until}:00:00Z`] as const
  await worked(world, { workplaceId, employmentId, person }, times)
  return { person, employmentId }
}

/** A café where two were paid for March, one of them named like a formula. */
async function paid() {
  const place = await cafe(world)
  const { workplaceId, owner } = place
  const zoe = await another(place, '=Zoé', 8)
  const alva = await another(place, 'Álvaro', 4)
  const api = world.api(owner)
  for (const [who, minutes, reference] of [
    [zoe, 480, '+49'],
    [alva, 240, 'R-7'],
  ] as const) {
    const { employmentId } = who
    await api.payPeriods.approve({ workplaceId, employmentId, day: '2026-03-10', minutes })
    const payments = [{ employmentId, amount: (minutes / 60) * 2000 }]
    const of = { workplaceId, day: '2026-03-10', paidOn: '2026-04-02', method: 'CASH' as const, reference }
    await api.payments.pay({ ...of, payments })
  }
  return { place, workplaceId, owner }
}

describe('a list as a file', () => {
  test('has the payments that its page shows, by the same filters, and no formula', async () => {
    const { workplaceId, owner } = await paid()
    const byName = { workplaceId, sort: 'NAME' }
    expect(await csv(owner, 'payments', byName)).toEqual([
      'Paid on,Name,Number,Job title,Period from,Period to,By,Reference,Gross pay,Currency',
      "2026-04-02,'=Zoé,2,,2026-03-01,2026-03-31,Cash,'+49,160.00,EUR",
      '2026-04-02,Álvaro,3,,2026-03-01,2026-03-31,Cash,R-7,80.00,EUR',
    ])
    const bytes = await readBytes((await file(owner, 'payments', byName)).body)
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const searched = await csv(owner, 'payments', { workplaceId, search: 'r-7' })
    expect(searched.slice(1)).toEqual([expect.stringContaining('Álvaro')])
    expect(await csv(owner, 'payments', { workplaceId, from: '2026-04-03' })).toHaveLength(1)
    const seen = await world.api(owner).payments.ofWorkplace({ workplaceId, search: 'r-7' })
    expect(seen.sums).toEqual([{ count: 1, gross: { amount: 8000, currency: 'EUR' } }])
    const sumsSince = async (from?: string) =>
      (await world.api(owner).payments.ofWorkplace({ workplaceId, from })).sums
    expect(await sumsSince('2026-04-02')).toEqual([{ count: 2, gross: { amount: 24_000, currency: 'EUR' } }])
    expect(await sumsSince()).toBeNull()
  })

  test('is a workbook with days, hours and money that can be reckoned with', async () => {
    const { workplaceId, owner } = await paid()
    const { body, name } = await file(owner, 'review', {
      workplaceId,
      as: 'xlsx',
      day: '2026-03-10',
      sort: 'HOURS',
    })
    expect(name).toBe('Corner Café Hours and pay 2026-05-02.xlsx')
    const { sheets } = await readXlsx(await readBytes(body), { maxRows: 100 })
    const [header, zoe, alva] = sheets[0]?.rows ?? []
    const row = (cells: readonly unknown[] | undefined) =>
      Object.fromEntries((header ?? []).map((title, at) => [title, cells?.[at]]))
    expect(row(zoe)).toMatchObject({ Name: '=Zoé', 'Period from': day('2026-03-01'), 'Gross pay': 160 })
    expect(row(alva)).toMatchObject({ Name: 'Álvaro', State: 'Paid', Currency: 'EUR' })
    const part = (cell: unknown) =>
      cell instanceof Date ? (Number(cell) - Date.UTC(1899, 11, 31)) / 86_400_000 : cell
    expect(Number(part(row(zoe).Hours))).toBeCloseTo(8 / 24)
  })

  test('has a week of everybody’s, a column a day', async () => {
    const { workplaceId, owner } = await paid()
    const [header, zoe, alva] = await csv(owner, 'week', { workplaceId, day: '2026-03-10' })
    expect(header).toBe(
      'Name,Number,2026-03-09,2026-03-10,2026-03-11,2026-03-12,2026-03-13,2026-03-14,2026-03-15,' +
        'By the clock,Hours,Regular,Overtime,Gross pay,Currency',
    )
    expect(zoe).toBe("'=Zoé,2,0:00,8:00,0:00,0:00,0:00,0:00,0:00,8:00,8:00,8:00,0:00,160.00,EUR")
    expect(alva).toContain('Álvaro,3,0:00,4:00,')
  })

  test('has every page of the entries, in their order', async () => {
    const place = await cafe(world)
    const { workplaceId, owner, employmentId, person } = place
    const start = Date.UTC(2026, 0, 5)
    await world.db.timeEntry.createMany({
      data: Array.from({ length: 1203 }, (_, at) => ({
        ...{
          workplaceId,
          employmentId,
          userId: person.id,
          inMethod: 'PIN' as const,
          outMethod: 'PIN' as const,
        },
        startedAt: new Date(start + at * 3_600_000),
        endedAt: new Date(start + at * 3_600_000 + 1_800_000),
        createdAt: world.clock.now,
      })),
    })
    const rows = await csv(owner, 'hours', { workplaceId, sort: 'OLDEST' })
    expect(rows).toHaveLength(1204)
    expect(rows[1]).toBe('Kim Cook,1,,2026-01-05,2026-01-05 01:00,2026-01-05 01:30,0:00,0:30,,')
    const times = rows.slice(1).map((row) => row.split(',')[4] ?? '')
    expect(times).toEqual(times.toSorted())
    expect(await csv(owner, 'hours', { workplaceId, from: '2026-01-06', to: '2026-01-06' })).toHaveLength(25)
    expect(await csv(owner, 'hours', { workplaceId, show: 'OPEN' })).toHaveLength(1)
  })

  test('has who works here and who is in now', async () => {
    const place = await cafe(world)
    const { workplaceId, owner } = place
    await worked(world, place, ['2026-05-02T06:00:00Z', null])
    expect(await csv(owner, 'now', { workplaceId, show: 'IN' })).toEqual([
      'Name,Number,Job title,Now,Since,Left at,Kind of work,Hours today',
      'Kim Cook,1,,In,2026-05-02 08:00,,,3:00',
    ])
    expect(await csv(owner, 'now', { workplaceId, show: 'GONE' })).toHaveLength(1)
    const people = await csv(owner, 'people', { workplaceId, search: 'kim' })
    expect(people[1]).toMatch(/^Kim Cook,1,,.*@.*,,2026-01-01,,$/)
    expect(await csv(owner, 'people', { workplaceId, state: 'PAST' })).toHaveLength(1)
  })
})

describe('what is not the reader’s', () => {
  test('does not exist: a workplace of others is like one that is nowhere', async () => {
    const { workplaceId } = await paid()
    const stranger = await world.user(['EMPLOYER'], 'Somebody Else')
    const nowhere = '0197a000-0000-7000-8000-000000000000'
    for (const list of ['people', 'now', 'review', 'hours', 'payments'] as const)
      for (const id of [workplaceId, nowhere])
        expect(await refusal(file(stranger, list, { workplaceId: id }))).toBe('request.not_found')
    expect(await refusal(file(stranger, 'wages', { workplaceId }))).toBe('request.not_found')
  })

  test('are wages, for whoever approves without seeing them', async () => {
    const { workplaceId } = await paid()
    const approver = await manager(world, { workplaceId }, { mayApprove: true })
    const rows = await csv(approver, 'review', { workplaceId, day: '2026-03-10', sort: 'GROSS' })
    expect(rows.join('\n')).not.toMatch(/Gross|160|EUR/)
    expect(await refusal(file(approver, 'payments', { workplaceId }))).toBe('request.not_found')
  })

  test('what nobody offers is refused', async () => {
    const { workplaceId, owner } = await cafe(world)
    const wrongs: Query[] = [{ sort: 'WAGE' }, { as: 'pdf' }, { from: 'yesterday' }, { where: '1=1' }]
    for (const wrong of wrongs)
      expect(await refusal(file(owner, 'payments', { workplaceId, ...wrong }))).toBe('request.invalid')
  })
})

test('names stand as people read them, on every page, whatever their accents and capitals', async () => {
  const { now } = world.clock
  const employer = await world.user(['EMPLOYER'], 'Ida Owner')
  const { id: workplaceId } = await makeWorkplace(world.db, { employer, now })
  const names = ['Zoe', 'álvaro', 'Ángel', 'Nuria', 'Ñora', 'Oskar', 'Till 10', 'Till 9', 'Özil', 'bert']
  for (const name of names)
    await employ(world.db, { workplaceId, now, person: await world.user(['EMPLOYEE'], name) })
  const wanted = ['álvaro', 'Ángel', 'bert', 'Nuria', 'Ñora', 'Oskar', 'Özil', 'Till 9', 'Till 10', 'Zoe']
  const { employments, timeEntries, overview } = world.api(employer)
  const listed = await employments.ofWorkplace({ workplaceId })
  expect(listed.items.map(({ name }) => name)).toEqual(wanted)
  const after = await employments.ofWorkplace({ workplaceId, cursor: listed.items[3]?.id ?? null })
  expect(after.items.map(({ name }) => name)).toEqual(wanted.slice(4))
  const board = await timeEntries.board({ workplaceId })
  expect(board.people.map(({ name }) => name)).toEqual(wanted)
  const week = await overview.week({ workplaceId, cursor: listed.items[6]?.id ?? null })
  expect(week.people.map(({ name }) => name)).toEqual(wanted.slice(7))
})
