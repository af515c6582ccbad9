/** @typedef {import('./body-limit.mjs').Refusal} Refusal */

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** @type {Record<'address' | 'method', Refusal>} */
const refusals = {
  address: { status: 400, code: 'request.malformed', message: 'This address cannot be read.' },
  method: { status: 405, code: 'request.method', message: 'No address takes this method.' },
}

/** @param {string} path */
function isDecodable(path) {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

/**
 * Why a request cannot be read at all, if so: Next answers these as a failure of its own.
 * @param {Pick<import('node:http').IncomingMessage, 'method' | 'url' | 'headers'>} request
 * @returns {Refusal | undefined}
 */
export function unreadable({ method = 'GET', url = '/', headers: { host = '' } }) {
  if (!methods.includes(method)) return refusals.method
  const [path = ''] = url.split('?')
  return isDecodable(path) && URL.canParse(`http://${host || 'none'}`) ? undefined : refusals.address
}
