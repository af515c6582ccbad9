import { once } from 'node:events'

/** @typedef {import('node:http').ServerResponse} Response */

/**
 * Follows a server's answers from now on, so that it can be ended without cutting off what somebody waits for.
 * @param {import('node:http').Server} server @param {{ dev?: boolean }} [options]
 */
export function endable(server, { dev = false } = {}) {
  /** @type {Set<Response>} */
  const answers = new Set()
  /** @type {Set<import('node:stream').Duplex>} */
  const sockets = new Set()
  server.prependListener('request', (_request, response) => {
    answers.add(response)
    response.once('close', () => answers.delete(response))
  })
  // Only hot reload upgrades. A server without a listener refuses to, which is right for all others.
  if (dev) server.prependListener('upgrade', (_request, socket) => sockets.add(socket))

  /** Event streams never end by themselves, and neither does a connection that waits for its next request. */
  function endStreams() {
    for (const response of answers) if (isEventStream(response)) response.destroy()
    for (const socket of sockets) socket.destroy()
    server.closeIdleConnections()
  }

  /** Takes nothing new, lets ordinary requests be answered for a while, then cuts off the rest. @param {number} grace */
  return async function end(grace) {
    const closed = once(server, 'close')
    server.close()
    endStreams()
    const again = setInterval(endStreams, 50)
    const impatient = setTimeout(() => server.closeAllConnections(), grace)
    await closed
    clearInterval(again)
    clearTimeout(impatient)
  }
}

/** @param {Response} response */
function isEventStream(response) {
  return String(response.getHeader('content-type')).startsWith('text/event-stream')
}
