import { randomBytes } from 'node:crypto'

const policyHeader = 'Content-Security-Policy'

/**
 * Headers of every answer, by the nonce that its own scripts bear. The browser's face guidance needs WebAssembly and a
 * worker made from a blob.
 * @param {{ dev: boolean, https: boolean }} options
 * @returns {(nonce: string) => Record<string, string>}
 */
export function securityHeaders({ dev, https }) {
  return (nonce) => ({
    [policyHeader]: Object.entries(policyOf(nonce, dev))
      .map(([name, value]) => `${name} ${value}`)
      .join('; '),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Permissions-Policy': 'camera=(self), microphone=(), geolocation=(self), payment=(), usb=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    ...(https ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
  })
}

/** @param {string} nonce @param {boolean} dev */
const policyOf = (nonce, dev) => ({
  'default-src': "'self'",
  'script-src': `'self' 'nonce-${nonce}' 'wasm-unsafe-eval'${dev ? " 'unsafe-eval'" : ''}`,
  'script-src-attr': "'none'",
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data: blob:",
  'media-src': "'self' blob:",
  'font-src': "'self'",
  'connect-src': `'self' data: blob:${dev ? ' ws:' : ''}`,
  'worker-src': "'self' blob:",
  'object-src': "'none'",
  'base-uri': "'self'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
})

/**
 * Sets the headers of an answer, and notes its nonce in the request, over whatever the client sent under these names: Next
 * reads it from the policy, our own scripts from a header of ours.
 * @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response
 * @param {(nonce: string) => Record<string, string>} headers
 */
export function noteNonce(request, response, headers) {
  const nonce = randomBytes(16).toString('base64url')
  const ours = headers(nonce)
  for (const [name, value] of Object.entries(ours)) response.setHeader(name, value)
  delete request.headers['content-security-policy-report-only']
  request.headers['content-security-policy'] = ours[policyHeader] ?? ''
  request.headers['x-clockface-nonce'] = nonce
}
