import { AsyncLocalStorage } from 'node:async_hooks'
import { busy } from './refuse.mjs'

/** @type {AsyncLocalStorage<{ busy: boolean, failed: Set<string> }>} */
const asked = new AsyncLocalStorage()
// Where src/server/foreseen.ts finds it, from within Next's own copies of modules.
Object.assign(globalThis, { clockfaceAsked: asked })

/**
 * Next answers 500 where a page fails, whatever it failed of. Where that is a database that is away, the front makes it the
 * answer that it is: come again.
 * @param {import('node:http').ServerResponse} response @param {() => unknown} handle
 */
export function tellingBusy(response, handle) {
  const state = { busy: false, failed: new Set() }
  const { writeHead } = response
  /** @param {number} status @param {unknown[]} more */
  const writeHeadOnce = (status, ...more) => {
    const away = state.busy && status === 500
    if (away) response.setHeader('retry-after', String(busy.retryAfter))
    return Reflect.apply(writeHead, response, [away ? busy.status : status, ...more])
  }
  response.writeHead = /** @type {typeof writeHead} */ (writeHeadOnce)
  return asked.run(state, handle)
}
