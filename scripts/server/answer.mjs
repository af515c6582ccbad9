import { refusalOf, refuse } from './body-limit.mjs'
import { noteAddress } from './client-address.mjs'
import { unreadable } from './unreadable.mjs'

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */
/** @typedef {(request: Request, response: Response) => unknown} Handle */

/**
 * Puts our own rules before a handler: headers on every answer, the client's address, the limit of bodies.
 * @param {import('node:http').Server} server @param {Handle} handle
 * @param {{ headers: Record<string, string>, trustProxy: boolean }} options
 */
export function answerWith(server, handle, { headers, trustProxy }) {
  server.on('request', (request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    const refusal = unreadable(request) ?? refusalOf(request)
    if (refusal) return refuse(request, response, refusal)
    noteAddress(request, trustProxy)
    return handle(request, response)
  })
  // A client that asks before it sends is told at once.
  server.on('checkContinue', (request, response) => {
    if (!refusalOf(request)) response.writeContinue()
    server.emit('request', request, response)
  })
}
