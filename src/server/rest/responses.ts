import 'server-only'
import { createHash } from 'node:crypto'
import type { Answer } from '../idempotency/answers'
import type { Standing } from '../limits/limits'
import type { Refusal } from './problem'

/** What a program may read depends on its token, so nothing on the way keeps it. */
const always = { 'cache-control': 'no-store', vary: 'Authorization, Accept-Language' }

/** By the draft of the IETF: how much may be asked, and how much of it is left. */
export function rateHeaders({
  limit,
  windowSeconds,
  remaining,
  resetSeconds,
}: Standing): Record<string, string> {
  return {
    'ratelimit-policy': `"requests";q=${limit};w=${windowSeconds}`,
    ratelimit: `"requests";r=${remaining};t=${resetSeconds}`,
  }
}

export function problemResponse({ problem, headers }: Refusal, more: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { ...always, 'content-type': 'application/problem+json', ...headers, ...more },
  })
}

export function answerResponse({ status, body }: Answer, headers: Record<string, string>): Response {
  const type = status < 400 ? 'application/json' : 'application/problem+json'
  return new Response(body, {
    status,
    headers: { ...always, ...(body === null ? {} : { 'content-type': type }), ...headers },
  })
}

/** What was answered, as JSON: instants become texts, what is undefined is left out. */
export function answerOf(output: unknown): Answer {
  const body = JSON.stringify(output)
  return body === undefined ? { status: 204, body: null } : { status: 200, body }
}

function tagOf(body: string): string {
  return `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
}

/** The answer to a question, unless the program has it already. */
export function readResponse(request: Request, answer: Answer, headers: Record<string, string>): Response {
  if (answer.body === null) return answerResponse(answer, headers)
  const etag = tagOf(answer.body)
  const known =
    request.headers
      .get('if-none-match')
      ?.split(',')
      .map((tag) => tag.trim()) ?? []
  const kept = { ...headers, etag, 'cache-control': 'private, no-cache' }
  if (known.includes('*') || known.includes(etag) || known.includes(etag.slice(2)))
    return new Response(null, { status: 304, headers: { ...always, ...kept } })
  return answerResponse(answer, kept)
}
