import { randomUUID } from 'node:crypto'
import { makeClass } from '@test/support/factories'
import { restWorld } from '@test/support/rest-world'
import { describe, expect, test } from 'vitest'
import type { Actor } from '@/server/context/context'
import { eventResponse } from '@/server/rest/events'

const world = restWorld()

async function lesson() {
  const teacher = await world.user(['TEACHER'])
  const student = await world.user(['STUDENT'])
  const { id: classId } = await makeClass(world.db, { teacher, students: [student], now: world.clock.now })
  const api = world.api(teacher)
  const { id: sessionId } = await api.sessions.create({ classId, openNow: true })
  const mark = () =>
    api.attendance.mark({ sessionId, studentId: student.id, status: 'LATE', note: randomUUID() })
  return { teacher, student, classId, sessionId, api, mark, path: `/sessions/${sessionId}/events` }
}

interface Heard {
  id: string
  data: { type: string }
}

/** Reads a stream as any client would. */
function reading(response: Response) {
  const reader = (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  let ended = false
  const events = (): Heard[] =>
    [...text.matchAll(/id: (\d+)\ndata: (.*)\n\n/g)].map(([, id = '', data = '']) => ({
      id,
      data: JSON.parse(data),
    }))
  async function more() {
    const { value, done } = await reader.read()
    text += value ?? ''
    ended ||= done
  }
  return {
    events,
    text: () => text,
    async until(count: number) {
      while (events().length < count && !ended) await more()
      expect(events()).toHaveLength(count)
      return events()
    },
    async toEnd() {
      while (!ended) await more()
      return events()
    },
    cut: () => reader.cancel(),
  }
}

async function listen(path: string, as: Actor, last?: string) {
  const response = await world.ask(path, { as, headers: last ? { 'last-event-id': last } : {} })
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream'])
  return reading(response)
}

describe('the events of a session', () => {
  test('are heard from now on, or from after the board that is known', async () => {
    const { teacher, sessionId, api, mark, path } = await lesson()
    const { lastEventId } = await api.sessions.board({ sessionId })
    await mark()
    const [fromNow, fromBoard] = [await listen(path, teacher), await listen(path, teacher, lastEventId)]
    await mark()
    expect((await fromBoard.until(2)).map(({ data }) => data.type)).toEqual(
      Array(2).fill('attendance.changed'),
    )
    expect(await fromNow.until(1)).toEqual(fromBoard.events().slice(1))
    await fromNow.cut()
    await fromBoard.cut()
  })

  test('go on after the last one that was heard, once each and in order', async () => {
    const { teacher, mark, path } = await lesson()
    const first = await listen(path, teacher, '0')
    await mark()
    await mark()
    const known = await first.until(first.events().length + 1)
    await first.cut()
    await mark()
    await mark()
    const second = await listen(path, teacher, known.at(-1)?.id)
    const all = await (await listen(path, teacher, '0')).until(known.length + 3)
    expect(await second.until(3)).toEqual(all.slice(known.length))
    await second.cut()
  })

  test('are its leaders’ alone: to others it does not exist', async () => {
    const { student, path } = await lesson()
    const stranger = await world.user(['TEACHER'])
    const told = async (as?: Actor) => {
      const response = await world.ask(path, as ? { as } : {})
      return [response.status, response.headers.get('content-type'), (await response.json()).code]
    }
    const problem = 'application/problem+json'
    expect(await told(stranger)).toEqual([404, problem, 'request.not_found'])
    expect(await told(student)).toEqual([403, problem, 'auth.not_allowed'])
    expect(await told()).toEqual([401, problem, 'auth.sign_in_first'])
  })

  test('end when the right to hear them is lost', async () => {
    const { teacher, classId, sessionId, api, path } = await lesson()
    const colleague = await world.user(['TEACHER'])
    await world.db.leader.create({
      data: { placeId: classId, userId: colleague.id, role: 'ASSISTANT', since: world.clock.now },
    })
    const { lastEventId } = await api.sessions.board({ sessionId })
    const stream = await listen(path, colleague, lastEventId)
    await api.places.removeLeader({ placeId: classId, userId: colleague.id })
    await stream.toEnd()
    const again = await world.ask(path, { as: colleague, headers: { 'last-event-id': lastEventId } })
    expect(again.status).toBe(404)
    expect(teacher.id).not.toBe(colleague.id)
  })

  test('are refused to whoever has 30 streams open, and a cut one counts no more', async () => {
    const { teacher, path } = await lesson()
    const open = await Promise.all(Array.from({ length: 30 }, () => listen(path, teacher)))
    const refused = await world.ask(path, { as: teacher })
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '10'])
    await open[0]?.cut()
    await new Promise((resolve) => setTimeout(resolve, 50))
    const another = await listen(path, teacher)
    for (const one of [...open.slice(1), another]) await one.cut()
  })

  test('are refused with a last event that is none', async () => {
    const { teacher, path } = await lesson()
    const response = await world.ask(path, { as: teacher, headers: { 'last-event-id': 'yesterday' } })
    expect([response.status, (await response.json()).code]).toEqual([400, 'request.invalid'])
  })
})

describe('a stream', () => {
  /** Says nothing until it is ended. */
  async function* silence(signal: AbortSignal) {
    yield { refused: [] }
    await new Promise((resolve) => signal.addEventListener('abort', resolve))
  }

  test('gives a sign of life while nothing happens, and ends by itself in its time', async () => {
    const request = new Request('http://clockface.test/')
    const times = { pingMs: 20, maxMs: 110 }
    const response = await eventResponse(request, async (signal) => silence(signal), {}, times)
    const stream = reading(response)
    expect(await stream.toEnd()).toEqual([])
    expect(stream.text()).toMatch(/^retry: 3000\n\n(: ping\n\n){3,6}$/)
  })
})

test('HEAD opens no stream: whoever has asked by it often can still listen', async () => {
  const { teacher, path } = await lesson()
  for (let count = 0; count < 31; count++) {
    const response = await world.ask(path, { as: teacher, method: 'HEAD' })
    expect([response.status, response.body]).toEqual([200, null])
  }
  await (await listen(path, teacher)).cut()
})
