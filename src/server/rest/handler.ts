import 'server-only'
import type { AnyTRPCRouter } from '@trpc/server'
import { AppError, type ErrorCode, errorTable } from '@/domain/errors'
import { addressOf } from '../auth/address'
import type { ServiceContext } from '../context/context'
import { countRequest, type Standing } from '../limits/limits'
import { createCallerFactory, requireAccess } from '../trpc/procedure'
import { carryOut } from './carry-out'
import { eventResponse } from './events'
import { type Found, find, type Missing } from './find'
import { documentOf } from './openapi/document'
import { type Operation, operationsOf } from './operations'
import { readerOf, refusalOf } from './problem'
import { readInput } from './read-input'
import { answerOf, answerResponse, problemResponse, rateHeaders, readResponse } from './responses'

export const PREFIX = '/api/v1'

interface Door {
  router: AnyTRPCRouter
  services: () => Pick<ServiceContext, 'db'>
  /** Who asks, by the request's token alone; throws where it is wrong, or is not good for this operation. */
  contextOf: (request: Request, operation: Operation) => Promise<ServiceContext>
}

/** The interface for programs: every operation of the router, each a call of its procedure and nothing else. */
export function restHandler(door: Door): (request: Request) => Promise<Response> {
  let known: Operation[] | undefined
  let document: string | undefined
  const operations = () => {
    known ??= operationsOf(door.router)
    return known
  }
  async function answer(request: Request): Promise<Response> {
    const path = new URL(request.url).pathname.slice(PREFIX.length)
    if (path === '/openapi.json' && (request.method === 'GET' || request.method === 'HEAD')) {
      document ??= JSON.stringify(documentOf(operations()))
      return readResponse(request, { status: 200, body: document }, {})
    }
    const found = find(operations(), request.method, path)
    return 'allow' in found ? missing(request, found) : admit(door, request, found)
  }
  return async (request) => {
    const response = await answer(request)
    if (request.method !== 'HEAD') return response
    // A stream that nobody reads would go on.
    await response.body?.cancel()
    return new Response(null, response)
  }
}

function missing(request: Request, { allow }: Missing): Response {
  const refusal = (code: ErrorCode) => refusalOf(new AppError(code), '', readerOf(request))
  if (allow.length === 0) return problemResponse(refusal('request.not_found'))
  const headers = { allow: allow.join(', ') }
  if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers })
  return problemResponse(refusal('request.method'), headers)
}

/** Counts the request, for its person or, of strangers, for its address, before anything is done for it. */
async function admit(door: Door, request: Request, found: Found): Promise<Response> {
  const { name } = found.operation
  let headers: Record<string, string> = {}
  try {
    const { db } = door.services()
    const asking = await settled(door.contextOf(request, found.operation))
    if ('error' in asking && isOurFault(asking.error)) throw asking.error
    const actor = 'value' in asking ? asking.value.actor : null
    const standing = actor
      ? await countRequest(db, 'api person', actor.id)
      : await countRequest(db, 'api address', addressOf(request.headers))
    headers = rateHeaders(standing)
    requireRoom(standing)
    if ('error' in asking) throw asking.error
    return await perform(door, request, { found, ctx: asking.value, headers })
  } catch (error) {
    return problemResponse(refusalOf(error, name, readerOf(request)), headers)
  }
}

/** Where nobody could be asked who it is, no count can be kept either. */
function isOurFault(error: unknown): boolean {
  return error instanceof AppError && ['busy', 'failed'].includes(errorTable[error.code])
}

function requireRoom({ passed, resetSeconds }: Standing): void {
  if (!passed) throw new AppError('request.too_many', { seconds: resetSeconds })
}

async function settled<Value>(promise: Promise<Value>): Promise<{ value: Value } | { error: unknown }> {
  try {
    return { value: await promise }
  } catch (error) {
    return { error }
  }
}

interface Admitted {
  found: Found
  ctx: ServiceContext
  headers: Record<string, string>
}

async function perform({ router }: Door, request: Request, { found, ctx, headers }: Admitted) {
  const { operation } = found
  const { name: path, type, access } = operation
  // Before anything of the body is read, and before an answer that is kept is given again.
  requireAccess(ctx, { path, type, access })
  const input = await readInput(request, found)
  const call = (given: unknown, signal: AbortSignal = request.signal): Promise<unknown> => {
    const caller: unknown = createCallerFactory(router)(ctx, { signal })
    return procedureAt(caller, path)(given)
  }
  if (type === 'subscription')
    return eventResponse(request, (signal) => call(resumed(request, input), signal), headers)
  if (type === 'query') return readResponse(request, answerOf(await call(input)), headers)
  const act = () => call(input)
  const { answer, replayed } = await carryOut(request, { operation, ctx, input, act })
  return answerResponse(answer, { ...headers, ...(replayed ? { 'idempotent-replayed': 'true' } : {}) })
}

/** Where a stream is taken up again: whoever reads event streams says it in this header by themselves. */
function resumed(request: Request, input: unknown): unknown {
  const lastEventId = request.headers.get('last-event-id')
  return lastEventId ? { ...Object(input), lastEventId } : input
}

function procedureAt(caller: unknown, name: string): (input: unknown) => Promise<unknown> {
  const found = name.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], caller)
  return found as (input: unknown) => Promise<unknown>
}
