import { STATUS_CODES } from 'node:http'

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */
/** @typedef {{ status: number, code: string, message: string, retryAfter?: number }} Refusal */

/** There is no room for it at this moment. @type {Refusal} */
export const busy = {
  status: 503,
  code: 'server.busy',
  message: 'The server cannot do this right now. Try again in a moment.',
  retryAfter: 2,
}

/** To a program an error is a problem, as RFC 9457 tells it. @param {string} url @param {Refusal} refusal */
function told(url, { status, code, message }) {
  if (!url.startsWith('/api/v1/')) return { type: 'application/json', body: { code, message } }
  const title = STATUS_CODES[status]
  const body = { type: `urn:clockface:error:${code}`, title, status, detail: message, code, fields: {} }
  return { type: 'application/problem+json', body }
}

/** @param {string} url @param {Refusal} refusal */
function answerOf(url, refusal) {
  const { type, body } = told(url, refusal)
  const text = JSON.stringify(body)
  /** @type {Record<string, string | number>} */
  const headers = {
    'content-type': type,
    'content-length': Buffer.byteLength(text),
    connection: 'close',
    ...(refusal.retryAfter ? { 'retry-after': refusal.retryAfter } : {}),
  }
  return { text, headers }
}

/**
 * Answers why. What the client still sends is thrown away for a moment, since a connection cut at once
 * can lose the answer on its way; then it is cut.
 * @param {Request} request @param {Response} response @param {Refusal} refusal
 */
export function refuse(request, response, refusal) {
  const { text, headers } = answerOf(request.url ?? '', refusal)
  response.writeHead(refusal.status, headers)
  response.end(text, () => endUnread(request))
}

/** So many are heard out at once; in a flood the others are cut at once, since even throwing away takes time. */
const mostHeardOut = 16
let heardOut = 0

/** Of a request that was answered before all of it had come, the rest is nobody's. @param {Request} request */
export function endUnread(request) {
  if (request.complete) return
  if (heardOut >= mostHeardOut) return void request.destroy()
  heardOut++
  request.resume()
  const patience = setTimeout(() => request.destroy(), 2000).unref()
  request.once('close', () => {
    heardOut--
    clearTimeout(patience)
  })
}

/**
 * Tells it past every handler, and cuts the connection: no handler has the say over it any more, or none ever had.
 * @param {import('node:net').Socket} socket @param {Refusal} refusal @param {string} [url]
 */
export function cutOff(socket, refusal, url = '') {
  const { text, headers } = answerOf(url, refusal)
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  socket.write(
    [`HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}`, ...lines, '', text].join('\r\n'),
  )
  socket.destroySoon()
}
