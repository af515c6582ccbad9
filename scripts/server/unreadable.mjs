import { isIPv6 } from 'node:net'

/** @typedef {import('./refuse.mjs').Refusal} Refusal */

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
/** Whatever changes something is a call, never a page. */
const methodsOfPages = ['GET', 'HEAD', 'OPTIONS']

/** @type {Record<'address' | 'host' | 'method' | 'map', Refusal>} */
const refusals = {
  address: { status: 400, code: 'request.malformed', message: 'This address cannot be read.' },
  host: { status: 400, code: 'request.malformed', message: 'The name of this server cannot be read.' },
  method: { status: 405, code: 'request.method', message: 'No address takes this method.' },
  map: { status: 404, code: 'request.not_found', message: 'There is nothing here.' },
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

/** A name or an address, and a port (RFC 9110, 7.2): nothing else, so that nobody's parser reads another host out of it. */
const hostForm = /^(?:[\w.-]{1,253}|\[([\da-f:.]{2,45})\])(?::\d{1,5})?$/i

/** @param {string} host */
function isHost(host) {
  const found = hostForm.exec(host)
  return found !== null && (found[1] === undefined || isIPv6(found[1])) && URL.canParse(`http://${host}`)
}

/**
 * Why a request cannot be read at all, if so: Next answers these as a failure of its own. A request of HTTP/1.0 may name no
 * host.
 * @param {Pick<import('node:http').IncomingMessage, 'method' | 'url' | 'headers'>} request
 * @returns {Refusal | undefined}
 */
export function unreadable({ method = 'GET', url = '/', headers: { host = '' } }) {
  const [path = ''] = url.split('?')
  if (!methods.includes(method)) return refusals.method
  if (!path.startsWith('/') || !isDecodable(path)) return refusals.address
  if (host !== '' && !isHost(host)) return refusals.host
  if (!/^\/(api\/|__nextjs_)/.test(path) && !methodsOfPages.includes(method)) return refusals.method
  return path.endsWith('.map') && process.env.NODE_ENV !== 'development' ? refusals.map : undefined
}
