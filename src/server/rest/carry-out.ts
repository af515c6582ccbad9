import 'server-only'
import { AppError } from '@/domain/errors'
import type { ServiceContext } from '../context/context'
import type { Answer } from '../idempotency/answers'
import { once } from '../idempotency/once'
import { fingerprintOf } from './fingerprint'
import type { Operation } from './operations'
import { isDecided, readerOf, refusalOf } from './problem'
import { answerOf } from './responses'

/** The key of a write, also written as the quoted text that the draft of the IETF asks for. */
function keyOf(request: Request, { rest }: Operation): string | null {
  const header = request.headers.get('idempotency-key')
  if (header === null) return null
  if (rest.secret) throw new AppError('request.key_not_taken')
  const key = header.trim().replace(/^"(.*)"$/, '$1')
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) throw new AppError('request.key_invalid')
  return key
}

interface Write {
  operation: Operation
  ctx: ServiceContext
  input: unknown
  act: () => Promise<unknown>
}

/** Does a write, once for all requests with the same key. What it was refused for good is an answer too. */
export async function carryOut(
  request: Request,
  { operation, ctx, input, act }: Write,
): Promise<{ answer: Answer; replayed: boolean }> {
  const key = keyOf(request, operation)
  if (key === null) return { answer: answerOf(await act()), replayed: false }
  const { name } = operation
  const fingerprint = await fingerprintOf(input, ctx.settings.ticketKey)
  return once(ctx, { operation: name, key, fingerprint }, async () => {
    try {
      return answerOf(await act())
    } catch (error) {
      const { problem } = refusalOf(error, name, readerOf(request))
      if (!isDecided(problem)) throw error
      return { status: problem.status, body: JSON.stringify(problem) }
    }
  })
}
