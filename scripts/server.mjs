import { createServer } from 'node:http'
import next from 'next'
import { answerWith } from './server/answer.mjs'
import { compressedFiles } from './server/compressed-files.mjs'
import { connectionTimes } from './server/connections.mjs'
import { endable } from './server/ending.mjs'
import { securityHeaders } from './server/security-headers.mjs'

// Started by scripts/setup, which has checked the environment and tells it here in full.
const dev = process.argv.includes('--dev')
const port = Number(process.env.PORT ?? 3000)
const host = process.env.HOST ?? '127.0.0.1'
const trustProxy = process.env.TRUST_PROXY === 'true'
const headers = securityHeaders({ dev, https: process.env.PUBLIC_URL?.startsWith('https://') ?? false })

const server = createServer(connectionTimes)
const app = next({ dev, dir: process.cwd(), hostname: host, port, httpServer: server, quiet: !dev })

const end = endable(server, { dev })
let stopping = false

async function stop() {
  if (stopping) return
  stopping = true
  setTimeout(() => process.exit(0), 9000).unref()
  await end(5000)
  const closing = /** @type {{ clockfaceClosing?: (() => Promise<unknown>)[] }} */ (globalThis)
    .clockfaceClosing
  await Promise.allSettled((closing ?? []).map((close) => close()))
  await app.close()
  process.exit(0)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
process.on('disconnect', stop)
// Whoever read the log may go away first.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)

await app.prepare()
const handle = app.getRequestHandler()
answerWith(server, dev ? handle : compressedFiles(handle), { headers, trustProxy })
server.listen(port, host, () => {
  const address = server.address()
  process.send?.({ port: typeof address === 'object' ? address?.port : port })
})
