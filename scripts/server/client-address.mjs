import { isIPv6 } from 'node:net'

const forwarded = [
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
  'forwarded',
]

/** What those who pass a request on write into it. */
const passedOn =
  /^(x-forwarded|(x-original-)?forwarded|x-original|via$|x-real-ip$|x-remote|x-proxy|x-host$|x-scheme$|x-envoy-|x-azure-|cf-)|client-?ip$/

/**
 * Notes in a header of ours whether somebody passed the request on, over whatever the client sent under that name: Next
 * writes headers of the same names, so it cannot be asked later. No browser speaks HTTP/1.0: a proxy that says nothing
 * of itself does.
 * @param {import('node:http').IncomingMessage} request
 */
function noteForwarding({ headers, httpVersion }) {
  delete headers['x-clockface-forwarded']
  if (httpVersion === '1.0' || Object.keys(headers).some((name) => passedOn.test(name)))
    headers['x-clockface-forwarded'] = '1'
}

/**
 * Notes the client's address in a header of ours, over whatever the client sent under that name.
 * Behind a trusted proxy it is the last entry of X-Forwarded-For: the one that the proxy itself wrote.
 * @param {import('node:http').IncomingMessage} request @param {boolean} trustProxy @returns {string}
 */
export function noteAddress(request, trustProxy) {
  const { headers, socket } = request
  noteForwarding(request)
  const told = trustProxy ? headers['x-forwarded-for']?.toString().split(',').at(-1)?.trim() : undefined
  if (!trustProxy) for (const name of forwarded) delete headers[name]
  const address = countedAddress(told || (socket.remoteAddress ?? 'unknown'))
  headers['x-clockface-address'] = address
  return address
}

/**
 * The address as limits count it: IPv4 in full, also where it comes written as IPv6, and of IPv6 the first 64 bits,
 * since whoever has one such address has all that share them.
 * @param {string} address @returns {string}
 */
export function countedAddress(address) {
  const [bare = ''] = address.replace(/^\[(.*)\](:\d+)?$/, '$1').split('%')
  if (!isIPv6(bare)) return bare.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
  const groups = groupsOf(bare)
  const [g5 = 0, g6 = 0, g7 = 0] = groups.slice(5)
  if (groups.slice(0, 5).every((group) => group === 0) && g5 === 0xffff) {
    return [g6 >> 8, g6 & 255, g7 >> 8, g7 & 255].join('.')
  }
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`
}

/** The eight groups of an IPv6 address. @param {string} address */
function groupsOf(address) {
  const [, front = '', ipv4] = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(address) ?? []
  const [a = 0, b = 0, c = 0, d = 0] = ipv4?.split('.').map(Number) ?? []
  const plain = ipv4 ? `${front}${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}` : address
  const [head = '', tail] = plain.split('::')
  const parse = (/** @type {string} */ part) =>
    part ? part.split(':').map((group) => Number.parseInt(group, 16)) : []
  const left = parse(head)
  const right = parse(tail ?? '')
  return [...left, ...Array(8 - left.length - right.length).fill(0), ...right]
}
