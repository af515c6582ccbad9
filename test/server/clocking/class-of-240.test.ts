import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { makeClass } from '@test/support/factories'
import { testWorld } from '@test/support/world'
import { expect, test } from 'vitest'
import { appRouter } from '@/server/api/app-router'
import type { Actor } from '@/server/context/context'
import { restHandler } from '@/server/rest/handler'

const world = testWorld()
const SIZE = 240

/** The interface for programs over HTTP; a token here is the place of its person among these. */
async function served(people: readonly Actor[]) {
  const handle = restHandler({
    router: appRouter,
    services: () => world.context(),
    contextOf: async ({ headers }) => {
      const place = Number(headers.get('authorization')?.replace('Bearer ', ''))
      return world.context(people[place] ?? null, { via: 'API', address: 'the school' })
    },
  })
  const server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk)
    const headers = new Headers()
    for (const [name, value] of Object.entries(incoming.headers)) headers.set(name, String(value))
    const init = { method: 'POST', headers, body: Buffer.concat(chunks) }
    const answer = await handle(new Request(`http://localhost${incoming.url}`, init))
    response.writeHead(answer.status, Object.fromEntries(answer.headers))
    response.end(await answer.text())
  })
  await new Promise<void>((resolve) => server.listen(0, resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://localhost:${port}/api/v1`, close: () => server.close() }
}

test('240 clock in by the code in one moment: all are in with less than 20 seconds of work, and none is told of an error', async () => {
  const teacher = await world.user(['TEACHER'])
  const students: Actor[] = []
  for (let i = 0; i < SIZE; i++) students.push(await world.user(['STUDENT']))
  const { id: classId } = await makeClass(world.db, { teacher, students, now: world.clock.now })
  const { id: sessionId } = await world.api(teacher).sessions.create({ classId, openNow: true })
  const { code } = await world.api(teacher).sessions.code({ sessionId })
  const { url, close } = await served(students)
  const statuses: number[] = []
  async function clockIn(place: number): Promise<void> {
    const response = await fetch(`${url}/sessions/${sessionId}/clock/in/by-code`, {
      method: 'POST',
      headers: { authorization: `Bearer ${place}`, 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
    })
    statuses.push(response.status)
    await response.text()
    if (response.status !== 503) return
    await pause(1000 * Number(response.headers.get('retry-after')))
    return clockIn(place)
  }
  const start = process.cpuUsage()
  await Promise.all(students.map((_, place) => clockIn(place)))
  const { user, system } = process.cpuUsage(start)
  close()
  expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([])
  expect(await world.db.attendance.count({ where: { sessionId, method: 'CODE' } })).toBe(SIZE)
  // Of this process, so that whatever else runs on the machine decides nothing.
  expect((user + system) / 1e6).toBeLessThan(20)
})
