import { readChunked, refuseTooLarge, saysTooLarge } from './body-limit.mjs'
import { noteAddress } from './client-address.mjs'

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */
/** @typedef {(request: Request, response: Response) => unknown} Handle */

/**
 * Puts our own rules before a handler: headers on every answer, the client's address, the limit of bodies.
 * @param {import('node:http').Server} server @param {Handle} handle
 * @param {{ headers: Record<string, string>, trustProxy: boolean }} options
 */
export function answerWith(server, handle, { headers, trustProxy }) {
  server.on('request', async (request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    if (saysTooLarge(request)) return refuseTooLarge(request, response)
    noteAddress(request, trustProxy)
    if (!request.headers['transfer-encoding']) return handle(request, response)
    const whole = await readChunked(request)
    if (whole) return handle(whole, response)
    if (!request.destroyed) refuseTooLarge(request, response)
  })
  // A client that asks before it sends is told at once.
  server.on('checkContinue', (request, response) => {
    if (!saysTooLarge(request)) response.writeContinue()
    server.emit('request', request, response)
  })
}
