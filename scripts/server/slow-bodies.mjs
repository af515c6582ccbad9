import { bodyBytesOf } from './body-limit.mjs'
import { cutOff } from './refuse.mjs'

/** @typedef {import('node:http').IncomingMessage} Request */

/** A phone in a bad place still brings 8 kB a second; whoever brings less holds a place for nothing. */
export const patience = {
  /** In which nothing came. */
  silentMs: 15_000,
  /** Over so long a body has to bring so much a second. */
  spanMs: 30_000,
  bytesASecond: 8 * 1024,
  /** For a whole body. */
  inAllMs: 5 * 60_000,
  /** From one look to the next. */
  lookMs: 1_000,
}

/** @type {import('./refuse.mjs').Refusal} */
const tooSlow = {
  status: 408,
  code: 'request.too_slow',
  message: 'This came too slowly. Check your connection, then try again.',
}

/** Follows bodies while they come, and ends those that take too long. @param {Partial<typeof patience>} [given] */
export function slowBodies(given = {}) {
  const limits = { ...patience, ...given }
  /** @type {Set<Coming>} */
  const coming = new Set()
  /** @type {NodeJS.Timeout | undefined} */
  let looking

  function look() {
    const now = performance.now()
    for (const body of coming) {
      if (body.hasEnded()) coming.delete(body)
      else if (body.isTooSlow(now, limits)) {
        coming.delete(body)
        body.end()
      }
    }
    if (coming.size > 0) return
    clearInterval(looking)
    looking = undefined
  }

  return function follow(/** @type {Request} */ request) {
    if (bodyBytesOf(request) === 0) return
    coming.add(comingBody(request))
    looking ??= setInterval(look, limits.lookMs).unref()
  }
}

/** @typedef {ReturnType<typeof comingBody>} Coming */

/** A body on its way, by what its connection has brought. @param {Request} request */
function comingBody(request) {
  const { socket } = request
  const begun = performance.now()
  const last = { at: begun, bytes: socket.bytesRead }
  const span = { ...last }

  return {
    hasEnded: () => request.complete || request.destroyed || socket.destroyed,
    /** @param {number} now @param {typeof patience} limits */
    isTooSlow(now, { silentMs, spanMs, bytesASecond, inAllMs }) {
      const bytes = socket.bytesRead
      if (bytes > last.bytes) Object.assign(last, { at: now, bytes })
      if (now - last.at >= silentMs || now - begun >= inAllMs) return true
      const seconds = (now - span.at) / 1000
      if (seconds * 1000 < spanMs) return false
      const slow = bytes - span.bytes < bytesASecond * seconds
      Object.assign(span, { at: now, bytes })
      return slow
    },
    end: () => cutOff(socket, tooSlow, request.url),
  }
}
