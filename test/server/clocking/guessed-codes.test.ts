import { refusal } from '@test/support/errors'
import { makeClass } from '@test/support/factories'
import { listenToBoard } from '@test/support/listen'
import { recordedStatements } from '@test/support/recorded-statements'
import { cafe, workCode, workKiosk } from '@test/support/work-world'
import { testWorld } from '@test/support/world'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor, ServiceContext } from '@/server/context/context'

const world = testWorld()
const school = 'the school'

beforeEach(() => {
  world.clock.now = new Date('2026-03-02T03:15:00Z')
})

/** An open session of a class of so many. */
async function lesson(size: number) {
  const teacher = await world.user(['TEACHER'], 'Ms Okafor')
  const students: Actor[] = []
  for (let i = 0; i < size; i++) students.push(await world.user(['STUDENT']))
  const { id: classId } = await makeClass(world.db, { teacher, students, now: world.clock.now })
  const staff = world.api(teacher)
  const { id: sessionId } = await staff.sessions.create({ classId, openNow: true })
  const shown = async () => (await staff.sessions.code({ sessionId })).code
  const clock = (student: Actor | undefined, code: string, changes: Partial<ServiceContext> = {}) => {
    if (!student) throw new Error('There are fewer students')
    const api = world.api(student, { address: school, ...changes })
    return api.clocking.byCode({ sessionId, direction: 'in', code })
  }
  return { teacher, students, staff, sessionId, shown, clock }
}

/** As many digits, none of the codes around now. */
const wrongOf = (code: string) => code.slice(0, -1) + ((Number(code.at(-1)) + 5) % 10)

const count = (codes: readonly string[], code: string) => codes.filter((one) => one === code).length

describe('right codes', () => {
  test('60 of one school at the same moment all count, and nothing is written for them', async () => {
    const { students, shown, clock } = await lesson(60)
    const code = await shown()
    const before = await world.db.tryCount.count()
    const answers = await Promise.all(students.map((student) => clock(student, code)))
    expect(answers.every(({ kind }) => kind === 'clocked_in')).toBe(true)
    expect(await world.db.tryCount.count()).toBe(before)
  })

  test('write no counter, a wrong one does in two statements', async () => {
    const { students, shown, clock } = await lesson(2)
    const recorded = recordedStatements(world.url)
    const writes = async (code: string, student: number) => {
      const statements = await recorded.of(() =>
        refusal(clock(students[student], code, { db: recorded.db, device: 'phone' })).catch(() => null),
      )
      return statements.filter((text) =>
        /(INSERT INTO|UPDATE|DELETE FROM) "(public"\.")?TryCount"/.test(text),
      )
    }
    const code = await shown()
    expect(await writes(code, 0)).toHaveLength(0)
    expect(await writes(wrongOf(code), 1)).toHaveLength(2)
    await recorded.close()
  })

  test('a code that has run out counts for nothing: nobody guesses those', async () => {
    const { students, shown, clock } = await lesson(1)
    const code = await shown()
    world.wait(1)
    for (let i = 0; i < 15; i++) expect(await refusal(clock(students[0], code))).toBe('code.run_out')
    expect(await clock(students[0], await shown())).toMatchObject({ kind: 'clocked_in' })
  })
})

describe('a school from which 300 wrong codes came', () => {
  test('keeps nobody out who has not mistyped: everybody else has one wrong try', async () => {
    const { students, shown, clock } = await lesson(2)
    const expire = new Date(Date.now() + 60_000)
    await world.db.tryCount.create({ data: { key: `session code address:${school}`, points: 300, expire } })
    const code = await shown()
    const [first, second] = students
    expect(await clock(first, code, { device: 'a phone' })).toMatchObject({ kind: 'clocked_in' })
    expect(await refusal(clock(second, wrongOf(code)))).toBe('code.wrong')
    expect(await refusal(clock(second, code))).toBe('request.too_many')
    expect(await clock(second, code, { address: 'at home' })).toMatchObject({ kind: 'clocked_in' })
  })

  test('counts also where the browser is known', async () => {
    const { students, shown, clock } = await lesson(1)
    await refusal(clock(students[0], wrongOf(await shown()), { device: 'a phone' }))
    const key = `session code address:${school}`
    expect(await world.db.tryCount.findUnique({ where: { key } })).toMatchObject({ points: 1 })
  })
})

describe('a code at which somebody guesses', () => {
  test('has 8 digits after 30 wrong tries in 5 minutes, until the session ends; the teacher is told at once', async () => {
    const { teacher, students, staff, sessionId, shown, clock } = await lesson(4)
    const before = await staff.sessions.board({ sessionId })
    expect(before.codeGuessed).toBe(false)
    const board = listenToBoard(world.as(teacher), sessionId, before.lastEventId)
    const short = await shown()
    for (let i = 0; i < 30; i++)
      expect(await refusal(clock(students[Math.floor(i / 10)], wrongOf(short)))).toBe('code.wrong')
    await board.until(1)
    expect(board.events[0]).toMatchObject({ type: 'session.changed', sessionId, state: 'OPEN' })
    await board.cut()
    expect(await staff.sessions.board({ sessionId })).toMatchObject({ codeGuessed: true })
    expect(await refusal(clock(students[3], short))).toBe('code.longer')
    const long = await shown()
    expect(long).toMatch(/^\d{8}$/)
    for (let i = 0; i < 5; i++) expect(await refusal(clock(students[3], wrongOf(long)))).toBe('code.wrong')
    expect(await refusal(clock(students[3], long))).toBe('request.too_many')
    world.wait(60)
    expect(await shown()).toMatch(/^\d{8}$/)
  })

  test('many at the same moment: no more than 30 are judged, and one that happens to be right is none of them', async () => {
    const { students, staff, sessionId, shown, clock } = await lesson(40)
    const code = await shown()
    const tries = students.flatMap((student) =>
      Array.from({ length: 6 }, () => clock(student, wrongOf(code))),
    )
    const answers = await Promise.all(tries.map(refusal))
    expect(count(answers, 'code.wrong')).toBe(30)
    expect(count(answers, 'code.longer')).toBe(210)
    expect(await staff.sessions.board({ sessionId })).toMatchObject({ codeGuessed: true })
    expect(await world.db.event.count({ where: { type: 'session.changed' } })).toBe(2)
  })

  test('also after 100 slow ones, with which one could go on all day', async () => {
    const { students, shown, clock, sessionId } = await lesson(1)
    const key = `session code guessed in all:${sessionId}`
    const expire = new Date(Date.now() + 60_000)
    await world.db.tryCount.create({ data: { key, points: 99, expire } })
    expect(await refusal(clock(students[0], wrongOf(await shown())))).toBe('code.wrong')
    expect(await shown()).toMatch(/^\d{8}$/)
  })

  test('at work it has 8 digits for a day, and the kiosk shows them', async () => {
    const { ben, staff, workplaceId } = await cafe(world)
    const { atKiosk } = await workKiosk(world, staff, workplaceId)
    const key = `session code guessed:${workplaceId}`
    const expire = new Date(Date.now() + 60_000)
    await world.db.tryCount.create({ data: { key, points: 29, expire } })
    const clock = (code: string) => world.api(ben).clocking.workByCode({ workplaceId, direction: 'in', code })
    expect(await refusal(clock(wrongOf(workCode(world, workplaceId))))).toBe('code.wrong')
    expect(await refusal(clock(workCode(world, workplaceId)))).toBe('code.longer')
    const { work } = await atKiosk.state()
    expect(work?.code).toMatch(/^\d{8}$/)
    expect(await clock(work?.code ?? '')).toMatchObject({ kind: 'clocked_in' })
    await world.db.tryCount.deleteMany()
    world.wait(24 * 60)
    expect((await atKiosk.state()).work?.code).toMatch(/^\d{6}$/)
  })
})
