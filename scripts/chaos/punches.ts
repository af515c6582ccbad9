import { setTimeout as wait } from 'node:timers/promises'
import { within } from '../../test/support/within'
import type { Course, Person } from './people'

const TIMEOUT_MS = 8000
const PAUSE_MS = 250

/** What somebody was told is so. */
export interface Acknowledged {
  sessionId: string
  studentId: string
  said: 'in' | 'out' | 'PRESENT' | 'LATE'
}

export interface Punching {
  address: string
  course: Course
  acknowledged: Acknowledged[]
  /** Calls that got no answer, or another than that it is done, by what they got. */
  refused: Map<string, number>
  ending: () => boolean
}

/** Asks as a program does; undefined where it was not told that it is done. */
async function ask<Answer>(
  { address, refused }: Punching,
  person: Person,
  [method, path, body]: [method: string, path: string, body?: unknown],
): Promise<Answer | true | undefined> {
  const count = (what: string) => refused.set(what, (refused.get(what) ?? 0) + 1)
  try {
    const { ok, status, text } = await within(TIMEOUT_MS, async (signal) => {
      const response = await fetch(`${address}/api/v1${path}`, {
        method,
        headers: { authorization: `Bearer ${person.token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal,
      })
      return { ok: response.ok, status: response.status, text: await response.text() }
    })
    if (ok) return text ? JSON.parse(text) : true
    count(String(status))
  } catch {
    count('no answer')
  }
  return undefined
}

/** The same until it is done, as somebody does who waits for a green tick. */
async function insist<Answer>(
  punching: Punching,
  ...call: Parameters<typeof ask> extends [unknown, ...infer Rest] ? Rest : never
) {
  for (;;) {
    const answer = await ask<Answer>(punching, ...call)
    if (answer !== undefined) return answer
    if (punching.ending()) return undefined
    await wait(PAUSE_MS)
  }
}

export async function openSession(punching: Punching): Promise<string> {
  const { classId, teacher } = punching.course
  const answer = await insist<{ id: string }>(punching, teacher, [
    'POST',
    `/classes/${classId}/sessions`,
    { openNow: true },
  ])
  if (!answer || answer === true) throw new Error('No session could be opened')
  return answer.id
}

/** In by the session's code, and out some time later. */
export async function punchByCode(punching: Punching, sessionId: string, student: Person): Promise<void> {
  for (const said of ['in', 'out'] as const) {
    for (;;) {
      const shown = await insist<{ code: string }>(punching, punching.course.teacher, [
        'GET',
        `/sessions/${sessionId}/code`,
      ])
      if (!shown || shown === true) return
      const done = await ask(punching, student, [
        'POST',
        `/sessions/${sessionId}/clock/${said}/by-code`,
        { code: shown.code },
      ])
      if (done) break
      if (punching.ending()) return
      await wait(PAUSE_MS)
    }
    punching.acknowledged.push({ sessionId, studentId: student.id, said })
    await wait(4 * PAUSE_MS)
  }
}

/** Marked by the teacher's hand, one way and the other, until the round ends. */
export async function punchByHand(punching: Punching, sessionId: string, student: Person): Promise<void> {
  for (let i = 0; !punching.ending(); i++) {
    const said = i % 2 === 0 ? 'PRESENT' : 'LATE'
    const done = await insist(punching, punching.course.teacher, [
      'PUT',
      `/sessions/${sessionId}/records/${student.id}`,
      { status: said },
    ])
    if (done) punching.acknowledged.push({ sessionId, studentId: student.id, said })
    await wait(PAUSE_MS)
  }
}
