import 'server-only'
import { AppError } from '@/domain/errors'

/** The longest form that is taken: ten frames with their times, and what stands beside them. */
export const MAX_PARTS = 40

/** What a part says of itself: its name, the name of a file, a type. */
const MAX_PART_HEADERS = 1024

/** In so much of a form made to tire it shows already, before the rest of it is kept. */
const FIRST_LOOK = 64 * 1024

const boundaryForm = /;\s*boundary=(?:"([\w'-]{27,70})"|([\w'-]{27,70}))\s*(?:;|$)/i

export const isForm = (request: Request) => /^\s*multipart\//i.test(request.headers.get('content-type') ?? '')

/** In one pass over the bytes, before anything is made of them: each part costs more to read than to send. */
function requireFewParts(body: Buffer, boundary: string): void {
  let parts = 0
  for (let at = body.indexOf(boundary); at !== -1; at = body.indexOf(boundary, at + boundary.length)) {
    const begin = at + boundary.length
    // Wherever it says that it ends: what a parser passes over as a preamble ends nothing.
    if (body.toString('latin1', begin, begin + 2) === '--') continue
    parts++
    if (parts > MAX_PARTS) throw new AppError('request.too_many_parts', { max: MAX_PARTS })
    const headers = body.subarray(begin, begin + MAX_PART_HEADERS)
    if (headers.length === MAX_PART_HEADERS && !headers.includes('\r\n\r\n'))
      throw new AppError('request.malformed')
  }
}

async function readBody({ body }: Request, boundary: string): Promise<Buffer<ArrayBuffer>> {
  const reader = body?.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
      chunks.push(next.value)
      const first = size < FIRST_LOOK
      size += next.value.length
      if (first && size >= FIRST_LOOK) requireFewParts(Buffer.concat(chunks, FIRST_LOOK), boundary)
    }
    const whole = Buffer.concat(chunks, size)
    requireFewParts(whole, boundary)
    return whole
  } catch (error) {
    await reader?.cancel().catch(() => undefined)
    throw error instanceof AppError ? error : new AppError('request.malformed')
  }
}

/** The form that a request brings, within bounds. Whoever calls it has made sure that they who send it may. */
export async function boundedForm(request: Request): Promise<FormData> {
  const type = request.headers.get('content-type') ?? ''
  const [, quoted, bare] = boundaryForm.exec(type) ?? []
  const boundary = quoted ?? bare
  if (!/^\s*multipart\/form-data\s*;/i.test(type) || !boundary) throw new AppError('request.malformed')
  const body = await readBody(request, boundary)
  // The parser is told the boundary that was counted, whatever else it would have found in the header.
  const headers = { 'content-type': `multipart/form-data; boundary="${boundary}"` }
  return new Response(body, { headers }).formData().catch(() => {
    throw new AppError('request.malformed')
  })
}
