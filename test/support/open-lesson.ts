import { makeClass } from './factories'
import type { testWorld } from './world'

/** A class with these students, whose session is open for a minute already, and what a test does there. */
export async function openLesson(world: ReturnType<typeof testWorld>, names = ['Amit', 'Bea']) {
  const teacher = await world.user(['TEACHER'], 'Ms Okafor')
  const students: Array<Awaited<ReturnType<typeof world.user>>> = []
  for (const name of names) students.push(await world.user(['STUDENT'], name))
  const { id: classId } = await makeClass(world.db, { teacher, students, now: world.clock.now })
  const api = world.api(teacher)
  const { id: sessionId } = await api.sessions.create({ classId, openNow: true })
  world.wait(1)
  const of = (at: number) => ({ sessionId, studentId: students[at]?.id ?? '' })
  const records = async () =>
    (await api.sessions.board({ sessionId })).students.map(({ record }) => record?.status ?? null)
  const byCode = async (at: number, direction: 'in' | 'out') => {
    const { code } = await api.sessions.code({ sessionId })
    await world.api(students[at] ?? null).clocking.byCode({ sessionId, direction, code })
  }
  const record = async (at: number) => (await api.sessions.board({ sessionId })).students[at]?.record
  return { teacher, students, classId, sessionId, api, of, records, record, byCode }
}
