import 'server-only'
import { createHash, createHmac } from 'node:crypto'
import { valuesOf } from '../trpc/form-input'

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest()

/** The same text for the same value, in whatever order its fields were written. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return entries.map(([name, one]) => [name, canonical(one)])
}

async function formValue(value: FormDataEntryValue): Promise<unknown> {
  if (typeof value === 'string') return value
  return { file: sha256(new Uint8Array(await value.arrayBuffer())).toString('base64') }
}

async function formEntries(form: FormData): Promise<unknown> {
  const fields = [...valuesOf(form)].sort(([a], [b]) => (a < b ? -1 : 1))
  return Promise.all(fields.map(async ([name, values]) => [name, await Promise.all(values.map(formValue))]))
}

/**
 * A hash of what was asked, the same when it is sent again: boundaries of forms and spaces in JSON do not count. Keyed,
 * because a password may be in it, which a plain hash would let be guessed.
 */
export async function fingerprintOf(input: unknown, key: Buffer): Promise<Buffer> {
  const content = input instanceof FormData ? { form: await formEntries(input) } : { json: canonical(input) }
  return createHmac('sha256', key)
    .update(`fingerprint ${JSON.stringify(content)}`)
    .digest()
}
