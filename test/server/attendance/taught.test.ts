import { refusal } from '@test/support/errors'
import { makeClass } from '@test/support/factories'
import { testWorld } from '@test/support/world'
import { describe, expect, test } from 'vitest'
import type { Actor } from '@/server/context/context'

const world = testWorld()

async function school() {
  const teacher = await world.user(['TEACHER'], 'Ms Okafor')
  const students = [await world.user(['STUDENT'], 'Amit'), await world.user(['STUDENT'], 'Bea')]
  const [amit, bea] = students as [Actor, Actor]
  const classIn = async (name: string, timeZone: string) =>
    (await makeClass(world.db, { teacher, students, now: world.clock.now, name, timeZone })).id
  return { teacher, amit, bea, classIn, api: world.api(teacher) }
}

/** Opens a session at this moment, marks the two, and ends it. */
async function meet({ api, amit, bea }: Awaited<ReturnType<typeof school>>, classId: string, at: string) {
  world.clock.now = new Date(at)
  const { id: sessionId } = await api.sessions.create({ classId, openNow: true, title: at })
  await api.attendance.mark({ sessionId, studentId: amit.id, status: 'PRESENT' })
  await api.attendance.mark({ sessionId, studentId: bea.id, status: 'EXCUSED', note: 'Doctor' })
  await api.sessions.close({ sessionId })
  return sessionId
}

describe('a teacher’s day', () => {
  test('is each class’s own: when it is Tuesday in Auckland it is still Monday in Berlin', async () => {
    const given = await school()
    const [berlin, auckland] = [
      await given.classIn('Berlin', 'Europe/Berlin'),
      await given.classIn('Auckland', 'Pacific/Auckland'),
    ]
    await meet(given, auckland, '2026-03-02T10:30:00Z')
    await meet(given, berlin, '2026-03-02T10:40:00Z')
    await meet(given, auckland, '2026-03-02T11:30:00Z')
    world.clock.now = new Date('2026-03-02T12:00:00Z')
    expect(await given.api.attendance.taughtToday()).toMatchObject([
      { name: 'Auckland', day: '2026-03-03', sessions: [{ title: '2026-03-02T11:30:00Z' }] },
      {
        name: 'Berlin',
        day: '2026-03-02',
        totals: { present: 1, late: 0, absent: 0, excused: 1, rate: 1 },
        sessions: [{ counts: { PRESENT: 1, EXCUSED: 1, WAITING: 0 } }],
      },
    ])
  })

  test('shows what is planned for it, and nothing of classes that others lead', async () => {
    const given = await school()
    const classId = await given.classIn('Berlin', 'Europe/Berlin')
    world.clock.now = new Date('2026-03-02T03:15:00Z')
    const plan = { classId, openNow: false }
    await given.api.sessions.create({ ...plan, title: 'Late', plannedStart: '2026-03-02T23:30' })
    await given.api.sessions.create({ ...plan, title: 'Tomorrow', plannedStart: '2026-03-03T00:10' })
    const [mine] = await given.api.attendance.taughtToday()
    expect(mine?.sessions.map(({ title }) => title)).toEqual(['Late'])
    const other = world.api(await world.user(['TEACHER']))
    expect(await other.attendance.taughtToday()).toEqual([])
    expect(await other.attendance.summary({})).toEqual([])
    expect(await refusal(other.attendance.ofClass({ classId }))).toBe('request.not_found')
  })

  test.each(['0000-01-01', '1999-12-31', '9999-12-31'])(
    'is asked for by days of our time, not by %s',
    async (day) => {
      const given = await school()
      const classId = await given.classIn('Berlin', 'Europe/Berlin')
      const { summary, ofClass } = given.api.attendance
      const refused = { code: 'BAD_REQUEST' }
      await expect(summary({ from: day })).rejects.toMatchObject(refused)
      await expect(summary({ to: day })).rejects.toMatchObject(refused)
      await expect(ofClass({ classId, from: day })).rejects.toMatchObject(refused)
      expect(await summary({ from: '2000-01-01', to: '2099-12-31' })).toHaveLength(1)
    },
  )
})

describe('the attendance of a class', () => {
  test('is added up over days of its own time zone, both of them included', async () => {
    const given = await school()
    const classId = await given.classIn('Auckland', 'Pacific/Auckland')
    await given.classIn('Berlin', 'Europe/Berlin')
    await meet(given, classId, '2026-03-01T10:30:00Z')
    await meet(given, classId, '2026-03-02T10:30:00Z')
    await meet(given, classId, '2026-03-02T11:30:00Z')
    const { summary } = given.api.attendance
    const [auckland, berlin] = await summary({})
    expect(auckland).toMatchObject({ sessions: 3, totals: { present: 3, excused: 3, rate: 1 } })
    expect(berlin).toMatchObject({ sessions: 0, totals: { present: 0, rate: null } })
    const from = async (from: string, to: string) => (await summary({ classId, from, to }))[0]?.sessions
    expect(await from('2026-03-01', '2026-03-02')).toBe(2)
    expect(await from('2026-03-03', '2026-03-03')).toBe(1)
    expect(await from('2026-03-04', '2026-03-09')).toBe(0)
  })

  test('is listed by day and student, newest first', async () => {
    const given = await school()
    const classId = await given.classIn('Auckland', 'Pacific/Auckland')
    await meet(given, classId, '2026-03-01T10:30:00Z')
    const last = await meet(given, classId, '2026-03-02T11:30:00Z')
    const { ofClass } = given.api.attendance
    const day = { classId, from: '2026-03-03', to: '2026-03-03' }
    expect((await ofClass({ classId })).items).toHaveLength(4)
    expect(await ofClass({ ...day, studentId: given.bea.id })).toMatchObject({
      items: [
        {
          status: 'EXCUSED',
          note: 'Doctor',
          student: { name: 'Bea' },
          session: { id: last, state: 'CLOSED' },
        },
      ],
      nextCursor: null,
    })
  })
})

test('a student asks for one session of theirs: what it is, and what stands of them', async () => {
  const given = await school()
  const classId = await given.classIn('Berlin', 'Europe/Berlin')
  const sessionId = await meet(given, classId, '2026-03-02T10:30:00Z')
  expect(await world.api(given.bea).attendance.ownStanding({ sessionId })).toMatchObject({
    state: 'CLOSED',
    schoolClass: { name: 'Berlin', teacher: 'Ms Okafor' },
    record: { status: 'EXCUSED', note: 'Doctor' },
  })
  const stranger = world.api(await world.user(['STUDENT']))
  expect(await refusal(stranger.attendance.ownStanding({ sessionId }))).toBe('request.not_found')
  expect(await given.api.sessions.byId({ sessionId })).toMatchObject({
    schoolClass: { id: classId, name: 'Berlin' },
    counts: { PRESENT: 1, EXCUSED: 1 },
  })
})
