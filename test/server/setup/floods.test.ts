import { setTimeout as wait } from 'node:timers/promises'
import { formPath, formType, frontServer, plainConnection, send } from '@test/support/front'
import { describe, expect, test } from 'vitest'

const serve = frontServer()
/** In which what was written to a socket reaches the server, also of a busy machine. */
const settling = 250

/** The head of a request whose body is still to come. */
const head = (bytes: number, path = formPath, more: string[] = []) =>
  [
    `POST ${path} HTTP/1.1`,
    'Host: x',
    `Content-Type: ${formType['content-type']}`,
    `Content-Length: ${bytes}`,
    ...more,
    '',
    '',
  ].join('\r\n')

const open = (port: number, text: string) => {
  const connection = plainConnection(port)
  connection.socket.write(text)
  return connection
}

describe('bodies on their way', () => {
  const budget = { inAll: 1000, anAddress: 600 }

  test('have a budget for an address, which is told before they are sent, with when to come again', async () => {
    const { port, reached } = await serve({ budget })
    const held = open(port, head(500))
    await wait(settling)
    const refused = await send(port, { ...formType, 'content-length': '200' }, [])
    expect(refused.status).toBe(503)
    expect(refused.headers).toMatchObject({ 'retry-after': '2', connection: 'close' })
    expect(JSON.parse(refused.text)).toMatchObject({ code: 'server.busy' })
    const problem = await send(port, { 'content-length': '200' }, [], '/api/v1/classes')
    expect(JSON.parse(problem.text)).toMatchObject({ status: 503, code: 'server.busy' })
    expect(await send(port, { 'content-length': '100' }, [Buffer.alloc(100)])).toMatchObject({ status: 200 })
    held.socket.destroy()
    await wait(settling)
    expect(await send(port, { 'content-length': '600' }, [Buffer.alloc(600)])).toMatchObject({ status: 200 })
    expect(reached.map(({ size }) => size)).toEqual([100, 600])
  })

  test('have a budget for all, and what is answered gives its room back', async () => {
    const { port } = await serve({ budget, trustProxy: true })
    const from = (address: string, bytes: number) =>
      send(port, { 'x-forwarded-for': address, 'content-length': String(bytes) }, [Buffer.alloc(bytes)])
    for (let times = 0; times < 5; times++) expect((await from('10.0.0.1', 600)).status).toBe(200)
    const held = ['10.0.0.1', '10.0.0.2'].map((address) =>
      open(port, head(500, formPath, [`X-Forwarded-For: ${address}`])),
    )
    await wait(settling)
    expect((await from('10.0.0.3', 1)).status).toBe(503)
    for (const { socket } of held) socket.destroy()
    await wait(settling)
    expect((await from('10.0.0.3', 600)).status).toBe(200)
  })

  test('of a client that asks first are not asked for where there is no room', async () => {
    const { port } = await serve({ budget })
    const asking = open(port, head(700, formPath, ['Expect: 100-continue']))
    const { heard } = await asking.closed
    expect(heard).toMatch(/^HTTP\/1\.1 503 /)
  })

  test('that are answered unread do not hold their connection', async () => {
    const { port } = await serve({ unread: true })
    const { heard, milliseconds } = await open(port, head(5000)).closed
    expect(heard).toMatch(/^HTTP\/1\.1 200 /)
    expect(milliseconds).toBeLessThan(5000)
  })
})

describe('a slow body', () => {
  const patience = { silentMs: 300, spanMs: 500, bytesASecond: 1000, inAllMs: 1500, lookMs: 25 }
  const opened = (port: number) => open(port, head(100_000))

  test('ends when nothing has come of it for a while, and is told why', async () => {
    const { port, reached } = await serve({ patience })
    const { heard, milliseconds } = await opened(port).closed
    expect(heard).toMatch(/^HTTP\/1\.1 408 /)
    expect(heard).toContain('"code":"request.too_slow"')
    expect(milliseconds).toBeGreaterThan(250)
    expect(milliseconds).toBeLessThan(5000)
    expect(reached).toEqual([])
  })

  test('ends when too little of it comes', async () => {
    const { port } = await serve({ patience })
    const { socket, closed } = opened(port)
    const dripping = setInterval(() => socket.write('x'), 50)
    const { heard, milliseconds } = await closed
    clearInterval(dripping)
    expect(heard).toMatch(/^HTTP\/1\.1 408 /)
    expect(milliseconds).toBeGreaterThan(400)
    expect(milliseconds).toBeLessThan(5000)
  })

  test('ends after its time however well it comes', async () => {
    const { port } = await serve({ patience })
    const { socket, closed } = opened(port)
    const flowing = setInterval(() => socket.write('x'.repeat(200)), 50)
    const { heard, milliseconds } = await closed
    clearInterval(flowing)
    expect(heard).toMatch(/^HTTP\/1\.1 408 /)
    expect(milliseconds).toBeGreaterThan(1300)
  })

  test('that is fast enough comes whole, and an answer may take its time', async () => {
    const { port, reached } = await serve({ patience, before: () => wait(50) })
    const { socket, heard } = open(port, head(2000))
    for (let times = 0; times < 10; times++) {
      socket.write('x'.repeat(200))
      await wait(80)
    }
    await expect.poll(heard).toMatch(/^HTTP\/1\.1 200 /)
    expect(reached).toMatchObject([{ size: 2000 }])
    socket.destroy()
  })

  test('gives back the room that it took', async () => {
    const { port } = await serve({ patience, budget: { anAddress: 100_000 } })
    await opened(port).closed
    await wait(settling)
    expect((await send(port, { 'content-length': '5' }, [Buffer.alloc(5)])).status).toBe(200)
  })
})

describe('connections', () => {
  test('of an address are bounded, and the next is told when to come again', async () => {
    const { port } = await serve({ connections: { ofAddress: 3 } })
    const three = [1, 2, 3].map(() => plainConnection(port))
    await wait(settling)
    const { heard } = await plainConnection(port).closed
    expect(heard).toMatch(/^HTTP\/1\.1 503 .*\r\nretry-after: 2\r\n/s)
    for (const { socket } of three) socket.destroy()
    await wait(settling)
    expect((await send(port, { 'content-length': '0' }, [])).status).toBe(200)
  })

  test('of a trusted proxy are not, but requests of one address behind it', async () => {
    const { port } = await serve({
      trustProxy: true,
      connections: { ofAddress: 2 },
      before: () => wait(400),
    })
    const from = (address: string) => send(port, { 'x-forwarded-for': address }, [], formPath)
    const answers = await Promise.all(['10.0.0.1', '10.0.0.1', '10.0.0.1', '10.0.0.2', '10.0.0.3'].map(from))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 503])
    expect((await from('10.0.0.1')).status).toBe(200)
  })

  test('of use are kept longer than a proxy or a program keeps its own, so that no request meets a closing one', async () => {
    const { port } = await serve()
    const { headers } = await send(port, {}, [], '/api/health')
    expect(Number(/timeout=(\d+)/.exec(String(headers['keep-alive']))?.[1])).toBeGreaterThan(120)
  })

  test('on which nobody asks anything end', async () => {
    const { port } = await serve({ times: { headersTimeout: 300, connectionsCheckingInterval: 50 } })
    expect((await plainConnection(port).closed).milliseconds).toBeLessThan(5000)
    const slow = open(port, 'GET / HTTP/1.1\r\nHost: x\r\nX-A')
    expect((await slow.closed).milliseconds).toBeLessThan(5000)
  })
})
