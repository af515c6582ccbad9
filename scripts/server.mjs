import { createServer } from 'node:http'
import next from 'next'
import { readChunked, refuseTooLarge, saysTooLarge } from './server/body-limit.mjs'
import { noteAddress } from './server/client-address.mjs'
import { securityHeaders } from './server/security-headers.mjs'

// Started by scripts/setup, which has checked the environment and tells it here in full.
const dev = process.argv.includes('--dev')
const port = Number(process.env.PORT ?? 3000)
const host = process.env.HOST ?? '0.0.0.0'
const trustProxy = process.env.TRUST_PROXY === 'true'
const headers = securityHeaders({ dev, https: process.env.PUBLIC_URL?.startsWith('https://') ?? false })

const server = createServer()
const app = next({ dev, dir: process.cwd(), hostname: host, port, httpServer: server, quiet: !dev })

/** @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response */
async function answer(request, response) {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  if (saysTooLarge(request)) return refuseTooLarge(request, response)
  noteAddress(request, trustProxy)
  if (!request.headers['transfer-encoding']) return handle(request, response)
  const whole = await readChunked(request)
  if (whole) return handle(whole, response)
  if (!request.destroyed) refuseTooLarge(request, response)
}

server.on('checkContinue', (request, response) => {
  if (saysTooLarge(request)) return refuseTooLarge(request, response)
  response.writeContinue()
  server.emit('request', request, response)
})

let stopping = false

/** Event streams never end by themselves, so whoever has not finished in a moment is cut off. */
async function stop() {
  if (stopping) return
  stopping = true
  setTimeout(() => process.exit(0), 8000).unref()
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeIdleConnections()
  setTimeout(() => server.closeAllConnections(), 500).unref()
  await closed
  const closing = /** @type {{ clockfaceClosing?: (() => Promise<unknown>)[] }} */ (globalThis)
    .clockfaceClosing
  await Promise.allSettled((closing ?? []).map((close) => close()))
  await app.close()
  process.exit(0)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
process.on('disconnect', stop)

await app.prepare()
const handle = app.getRequestHandler()
server.on('request', answer)
server.listen(port, host, () => {
  const address = server.address()
  process.send?.({ port: typeof address === 'object' ? address?.port : port })
})
