/** @typedef {import('./refuse.mjs').Refusal} Refusal */

export const maxBodyBytes = 10 * 1024 * 1024
/** Only pictures are large, and come as forms; anything else is a few fields. */
export const maxFieldsBytes = 256 * 1024

/** A photo of a whole class is larger than one of a person, and comes alone to this one address. */
export const maxGroupPhotoBytes = 41 * 1024 * 1024
const groupPhotoPath = /^\/api\/(trpc\/rollCalls\.addPhoto|v1\/roll-calls\/[^/?]+\/photos)(\?|$)/

/** Where procedures may take a form, each alone. */
const formPath = /^\/api\/(trpc\/[\w.]+|v1\/[^?]+)(\?|$)/

/** @type {Record<'picture' | 'groupPhoto' | 'fields' | 'length' | 'form', Refusal>} */
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
  fields: { status: 413, code: 'request.too_large', message: 'This is larger than 256 kB.' },
  length: { status: 411, code: 'request.length_required', message: 'Say how long the body is.' },
  form: { status: 415, code: 'request.media_type', message: 'This address takes no form with files.' },
}

/** @param {Pick<import('node:http').IncomingMessage, 'headers'>} request */
export const bodyBytesOf = ({ headers }) => Number(headers['content-length'] ?? 0)

/**
 * Why a body must not be read, if so: known from the headers alone, before anybody is signed in. A body in chunks
 * tells no length, and keeping it to count it would let anybody fill the memory; browsers always tell one.
 * @param {Pick<import('node:http').IncomingMessage, 'headers' | 'url'>} request @returns {Refusal | undefined}
 */
export function refusalOf(request) {
  const { headers, url = '' } = request
  if (headers['transfer-encoding'] !== undefined) return refusals.length
  const size = bodyBytesOf(request)
  if (!/^\s*multipart\//i.test(headers['content-type'] ?? ''))
    return size > maxFieldsBytes ? refusals.fields : undefined
  if (size > 0 && !formPath.test(url)) return refusals.form
  const group = groupPhotoPath.test(url)
  return size > (group ? maxGroupPhotoBytes : maxBodyBytes)
    ? refusals[group ? 'groupPhoto' : 'picture']
    : undefined
}
