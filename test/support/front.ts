import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type Server } from 'node:http'
import { connect } from 'node:net'
import { afterEach } from 'vitest'
import { answerWith, type Options } from '../../scripts/server/answer.mjs'
import { connectionTimes } from '../../scripts/server/connections.mjs'

let server: Server | undefined

interface Reached {
  size: number
  headers: IncomingMessage['headers']
}

interface Front extends Partial<Options> {
  times?: Partial<typeof connectionTimes>
  /** Whether the handler answers without reading what it was sent. */
  unread?: boolean
  /** Done before the handler reads anything. */
  before?: () => Promise<unknown>
}

/** Our own front on a port, whose handler tells what reached it. Call it at the top of a test file. */
export function frontServer() {
  afterEach(() => {
    server?.closeAllConnections()
    server?.close()
  })
  return async ({ times = {}, before, unread, ...options }: Front = {}) => {
    const reached: Reached[] = []
    server = createServer({ ...connectionTimes, ...times })
    const given = { headers: () => ({ 'X-Content-Type-Options': 'nosniff' }), trustProxy: false, ...options }
    answerWith(
      server,
      async (incoming, response) => {
        await before?.()
        if (unread) return response.end('unread')
        let size = 0
        try {
          for await (const chunk of incoming) size += chunk.length
        } catch {
          return
        }
        reached.push({ size, headers: incoming.headers })
        response.end('ok')
      },
      given,
    )
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    return { port: typeof address === 'object' && address ? address.port : 0, reached }
  }
}

/** An address that takes forms, where procedures are. */
export const formPath = '/api/trpc/enrolment.addPhoto'
export const formType = { 'content-type': 'multipart/form-data; boundary=x' }

/** Sends a body in pieces and gives back the answer. */
export async function send(
  port: number,
  headers: Record<string, string>,
  pieces: Buffer[],
  path: string = formPath,
) {
  const outgoing = request({ port, host: '127.0.0.1', method: 'POST', path, headers })
  outgoing.on('error', () => undefined)
  const answer = once(outgoing, 'response') as Promise<[IncomingMessage]>
  for (const piece of pieces) outgoing.write(piece)
  outgoing.end()
  const [response] = await answer
  let text = ''
  for await (const chunk of response) text += chunk
  return { status: response.statusCode, headers: response.headers, text }
}

/** A connection on which a test writes what it likes, and what came back on it until it was closed. */
export function plainConnection(port: number) {
  const socket = connect(port, '127.0.0.1')
  let heard = ''
  socket.on('data', (bytes) => {
    heard += bytes
  })
  socket.on('error', () => undefined)
  const begun = Date.now()
  const closed = once(socket, 'close').then(() => ({ heard, milliseconds: Date.now() - begun }))
  return { socket, heard: () => heard, closed }
}
