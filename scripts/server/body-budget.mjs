import { bodyBytesOf } from './body-limit.mjs'

/** @typedef {import('node:http').IncomingMessage} Request */

const megabyte = 1024 * 1024

/** What all bodies may come to that are on their way or being worked on. */
export const maxBytesInFlight = 256 * megabyte
/** Of one address: 240 people of a school who show their faces in one moment send about 80 MB. */
export const maxBytesOfAddress = 96 * megabyte

/**
 * Keeps count of what was announced and is not answered yet, by the length that a request tells: room is given before
 * any of it is read.
 * @param {{ inAll?: number, anAddress?: number }} [limits]
 */
export function bodyBudget({ inAll = maxBytesInFlight, anAddress = maxBytesOfAddress } = {}) {
  let taken = 0
  /** @type {Map<string, number>} */
  const ofAddress = new Map()

  /** @param {string} address @param {number} bytes */
  function give(address, bytes) {
    taken += bytes
    const left = (ofAddress.get(address) ?? 0) + bytes
    if (left > 0) ofAddress.set(address, left)
    else ofAddress.delete(address)
  }

  /** Takes room for the body of a request; what is answered gives it back, undefined where there is none. */
  return function takeRoom(/** @type {Request} */ request, /** @type {string} */ address) {
    const bytes = bodyBytesOf(request)
    if (taken + bytes > inAll || (ofAddress.get(address) ?? 0) + bytes > anAddress) return undefined
    give(address, bytes)
    return () => give(address, -bytes)
  }
}
