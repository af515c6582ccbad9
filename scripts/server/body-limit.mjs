import { STATUS_CODES } from 'node:http'

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */
/** @typedef {{ status: number, code: string, message: string }} Refusal */

export const maxBodyBytes = 10 * 1024 * 1024
/** What the screens send as JSON is a few fields; only pictures are large. */
export const maxJsonBytes = 256 * 1024

/** A photo of a whole class is larger than one of a person, and comes alone to this one address. */
export const maxGroupPhotoBytes = 41 * 1024 * 1024
const groupPhotoPath = /^\/api\/(trpc\/rollCalls\.addPhoto|v1\/roll-calls\/[^/?]+\/photos)(\?|$)/

/** @type {Record<'picture' | 'groupPhoto' | 'json' | 'length', Refusal>} */
const refusals = {
  picture: {
    status: 413,
    code: 'request.too_large',
    message: 'This is larger than 10 MB. Choose a smaller picture.',
  },
  groupPhoto: {
    status: 413,
    code: 'request.too_large',
    message: 'This is larger than 40 MB. Choose a smaller photo.',
  },
  json: { status: 413, code: 'request.too_large', message: 'This is larger than 256 kB.' },
  length: { status: 411, code: 'request.length_required', message: 'Say how long the body is.' },
}

/**
 * Why a body must not be read, if so: known from the headers alone, before anybody is signed in. A body in chunks
 * tells no length, and keeping it to count it would let anybody fill the memory; browsers always tell one.
 * @param {Request} request @returns {Refusal | undefined}
 */
export function refusalOf({ headers, url }) {
  if (headers['transfer-encoding'] !== undefined) return refusals.length
  const size = Number(headers['content-length'] ?? 0)
  const group = groupPhotoPath.test(url ?? '')
  if (size > (group ? maxGroupPhotoBytes : maxBodyBytes)) return refusals[group ? 'groupPhoto' : 'picture']
  const isJson = /^\s*application\/json\b/i.test(headers['content-type'] ?? '')
  return isJson && size > maxJsonBytes ? refusals.json : undefined
}

/** To a program an error is a problem, as RFC 9457 tells it. @param {string} url @param {Refusal} refusal */
function told(url, { status, code, message }) {
  if (!url.startsWith('/api/v1/')) return { type: 'application/json', body: { code, message } }
  const title = STATUS_CODES[status]
  const body = { type: `urn:clockface:error:${code}`, title, status, detail: message, code, fields: {} }
  return { type: 'application/problem+json', body }
}

/**
 * Answers why. What the client still sends is thrown away for a moment, since a connection cut at once
 * can lose the answer on its way; then it is cut.
 * @param {Request} request @param {Response} response @param {Refusal} refusal
 */
export function refuse(request, response, refusal) {
  const { type, body } = told(request.url ?? '', refusal)
  const text = JSON.stringify(body)
  response.writeHead(refusal.status, {
    'content-type': type,
    'content-length': Buffer.byteLength(text),
    connection: 'close',
  })
  response.end(text)
  request.resume()
  setTimeout(() => request.destroy(), 2000).unref()
}
