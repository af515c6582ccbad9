import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { endable } from '../../../scripts/server/ending.mjs'

/** A server of which every answer is left to the test. */
async function serve() {
  const answers = new Map<string, ServerResponse>()
  const server = createServer((request, response) => answers.set(request.url ?? '', response))
  const end = endable(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const ask = async (path: string) => {
    const answer = fetch(`http://127.0.0.1:${port}${path}`)
    answer.catch(() => undefined)
    await expect.poll(() => answers.has(path)).toBe(true)
    return { answer, response: answers.get(path) as ServerResponse }
  }
  return { ask, end }
}

test('a server that ends answers what was asked, and ends event streams at once', async () => {
  const { ask, end } = await serve()
  const slow = await ask('/slow')
  const stream = await ask('/stream')
  stream.response.setHeader('content-type', 'text/event-stream')
  stream.response.write('data: 1\n\n')
  const reading = (await stream.answer).text()
  reading.catch(() => undefined)

  const before = Date.now()
  const ended = end(5000)
  await expect(reading).rejects.toThrow()
  expect(Date.now() - before).toBeLessThan(1000)
  await new Promise((resolve) => setTimeout(resolve, 700))
  slow.response.end('answered')
  expect(await (await slow.answer).text()).toBe('answered')
  await ended
  expect(Date.now() - before).toBeLessThan(2500)
})

test('a request that is never answered is cut off when its time is over', async () => {
  const { ask, end } = await serve()
  const never = await ask('/never')
  const before = Date.now()
  await end(300)
  await expect(never.answer).rejects.toThrow()
  expect(Date.now() - before).toBeLessThan(2000)
})
