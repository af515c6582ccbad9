import { countedAddress } from './client-address.mjs'
import { busy, cutOff } from './refuse.mjs'

/** A school of a thousand behind one address, each with a page and its stream. */
export const maxOfAddress = 2_000
/** What a small machine still has memory and file handles for. */
export const maxInAll = 10_000

/**
 * Of `http.createServer`: whoever opens a connection and says nothing gives it back before long. One that was of use is
 * kept longer than Caddy (120 s), Traefik (90 s) and nginx (60 s) keep theirs to us: what closes it while a proxy or a
 * program sends the next request on it loses that request.
 */
export const connectionTimes = {
  keepAliveTimeout: 125_000,
  headersTimeout: 15_000,
  requestTimeout: 6 * 60_000,
  connectionsCheckingInterval: 5_000,
}

/** Counts what one address has of a thing at once. @param {number} most */
export function countsByAddress(most) {
  /** @type {Map<string, number>} */
  const counts = new Map()

  /** One more; answers what takes it away again, undefined where there are too many. @param {string} address */
  return function take(address) {
    const count = counts.get(address) ?? 0
    if (count >= most) return undefined
    counts.set(address, count + 1)
    return () => {
      const left = (counts.get(address) ?? 1) - 1
      if (left > 0) counts.set(address, left)
      else counts.delete(address)
    }
  }
}

/**
 * Bounds the connections of a server: all of them, and those of an address. Behind a proxy all are the proxy's, so only
 * requests are told apart there.
 * @param {import('node:http').Server} server
 * @param {{ trustProxy: boolean, ofAddress?: number, inAll?: number }} options
 */
export function boundConnections(server, { trustProxy, ofAddress = maxOfAddress, inAll = maxInAll }) {
  server.maxConnections = inAll
  if (trustProxy) return
  const take = countsByAddress(ofAddress)
  server.on('connection', (socket) => {
    const giveBack = take(countedAddress(socket.remoteAddress ?? 'unknown'))
    if (giveBack) socket.once('close', giveBack)
    else cutOff(socket, busy)
  })
}
