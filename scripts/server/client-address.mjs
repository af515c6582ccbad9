const forwarded = [
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
  'forwarded',
]

/**
 * Notes the client's address in a header of ours, over whatever the client sent under that name.
 * Behind a trusted proxy it is the last entry of X-Forwarded-For: the one that the proxy itself wrote.
 * @param {import('node:http').IncomingMessage} request @param {boolean} trustProxy
 */
export function noteAddress(request, trustProxy) {
  const { headers, socket } = request
  const told = trustProxy ? headers['x-forwarded-for']?.toString().split(',').at(-1)?.trim() : undefined
  if (!trustProxy) for (const name of forwarded) delete headers[name]
  headers['x-clockface-address'] = told || (socket.remoteAddress ?? 'unknown').replace(/^::ffff:/, '')
}
