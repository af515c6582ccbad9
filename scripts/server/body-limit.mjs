import { IncomingMessage } from 'node:http'

export const maxBodyBytes = 10 * 1024 * 1024

const refusal = JSON.stringify({
  code: 'request.too_large',
  message: 'This is larger than 10 MB. Choose a smaller picture.',
})

/** Whether the client says itself that the body is larger than what is taken. @param {IncomingMessage} request */
export function saysTooLarge(request) {
  return Number(request.headers['content-length'] ?? 0) > maxBodyBytes
}

/**
 * Answers 413. What the client still sends is thrown away for a moment, since a connection cut at once
 * can lose the answer on its way; then it is cut.
 * @param {IncomingMessage} request @param {import('node:http').ServerResponse} response
 */
export function refuseTooLarge(request, response) {
  response.writeHead(413, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(refusal),
    connection: 'close',
  })
  response.end(refusal)
  request.removeAllListeners('data')
  request.resume()
  setTimeout(() => request.destroy(), 2000).unref()
}

/**
 * A body that does not tell its length is read here, up to the limit, before anything else sees the request.
 * Resolves with a request that holds the body, or with nothing when it is too large or cut off.
 * @param {IncomingMessage} request
 * @returns {Promise<IncomingMessage | undefined>}
 */
export function readChunked(request) {
  return new Promise((resolve) => {
    /** @type {Buffer[]} */
    const chunks = []
    let size = 0
    request.on('data', (/** @type {Buffer} */ chunk) => {
      size += chunk.length
      if (size > maxBodyBytes) resolve(undefined)
      else chunks.push(chunk)
    })
    request.on('end', () => resolve(withBody(request, chunks)))
    request.on('error', () => resolve(undefined))
    request.on('close', () => resolve(undefined))
  })
}

/** @param {IncomingMessage} request @param {Buffer[]} chunks */
function withBody(request, chunks) {
  const copy = new IncomingMessage(request.socket)
  const { method, url, httpVersion, httpVersionMajor, httpVersionMinor, headers, rawHeaders } = request
  Object.assign(copy, { method, url, httpVersion, httpVersionMajor, httpVersionMinor, headers, rawHeaders })
  for (const chunk of chunks) copy.push(chunk)
  copy.push(null)
  copy.complete = true
  return copy
}
