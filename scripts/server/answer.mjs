import { bodyBudget } from './body-budget.mjs'
import { refusalOf } from './body-limit.mjs'
import { tellingBusy } from './busy-answers.mjs'
import { noteAddress } from './client-address.mjs'
import { boundConnections, countsByAddress, maxOfAddress } from './connections.mjs'
import { leadsNowhere } from './nowhere.mjs'
import { busy, endUnread, refuse } from './refuse.mjs'
import { noteNonce } from './security-headers.mjs'
import { slowBodies } from './slow-bodies.mjs'
import { unreadable } from './unreadable.mjs'

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */
/** @typedef {(request: Request, response: Response) => unknown} Handle */

/**
 * @typedef {object} Options
 * @property {(nonce: string) => Record<string, string>} headers Those of every answer, with a nonce of its own.
 * @property {boolean} trustProxy
 * @property {{ inAll?: number, anAddress?: number }} [budget] Bytes of bodies in flight.
 * @property {Partial<typeof import('./slow-bodies.mjs').patience>} [patience]
 * @property {{ ofAddress?: number, inAll?: number }} [connections]
 */

/**
 * Puts our own rules before a handler: headers on every answer, the client's address, and how much anybody may bring, how
 * slowly, and how often at once.
 * @param {import('node:http').Server} server @param {Handle} handle @param {Options} options
 */
export function answerWith(server, handle, { headers, trustProxy, budget, patience, connections = {} }) {
  const takeRoom = bodyBudget(budget)
  const takePlace = countsByAddress(connections.ofAddress ?? maxOfAddress)
  const follow = slowBodies(patience)
  /** @type {WeakSet<Request>} */
  const asking = new WeakSet()
  boundConnections(server, { trustProxy, ...connections })

  server.on('request', (request, response) => {
    noteNonce(request, response, headers)
    const refusal = unreadable(request) ?? leadsNowhere(request) ?? refusalOf(request)
    if (refusal) return refuse(request, response, refusal)
    const address = noteAddress(request, trustProxy)
    const leavePlace = takePlace(address)
    const giveRoom = leavePlace && takeRoom(request, address)
    response.once('close', () => {
      leavePlace?.()
      giveRoom?.()
    })
    if (!giveRoom) return refuse(request, response, busy)
    if (asking.delete(request)) response.writeContinue()
    follow(request)
    response.once('finish', () => endUnread(request))
    return tellingBusy(response, () => handle(request, response))
  })
  // A client that asks before it sends is told at once, also that it may not.
  server.on('checkContinue', (request, response) => {
    asking.add(request)
    server.emit('request', request, response)
  })
}
