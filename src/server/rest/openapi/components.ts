import 'server-only'
import { errorTable } from '@/domain/errors'

const text = { type: 'string' }

const problem = {
  type: 'object',
  description:
    'An error, as RFC 9457 tells it. What to do about it stands in `detail`; programs go by `code`.',
  properties: {
    type: { type: 'string', format: 'uri' },
    title: text,
    status: { type: 'integer' },
    detail: text,
    code: { type: 'string', enum: Object.keys(errorTable) },
    fields: {
      type: 'object',
      description: 'Why a field was refused, by its path.',
      additionalProperties: text,
    },
  },
  required: ['type', 'title', 'status', 'detail', 'code', 'fields'],
}

export const problemResponses = {
  '4XX': { $ref: '#/components/responses/Refused' },
  '5XX': { $ref: '#/components/responses/Failed' },
}

const header = (description: string) => ({ description, schema: text })

/** Headers of every answer. */
export const answerHeaders = {
  RateLimit: { $ref: '#/components/headers/RateLimit' },
  'RateLimit-Policy': { $ref: '#/components/headers/RateLimit-Policy' },
}

export const idempotencyKey = { $ref: '#/components/parameters/IdempotencyKey' }
export const ifNoneMatch = { $ref: '#/components/parameters/IfNoneMatch' }
export const lastEventId = { $ref: '#/components/parameters/LastEventId' }

const inHeader = (name: string, description: string) => ({
  ...{ name, description },
  in: 'header',
  required: false,
  schema: text,
})

function problemResponse(description: string, headers: object) {
  const schema = { $ref: '#/components/schemas/Problem' }
  return { description, headers, content: { 'application/problem+json': { schema } } }
}

/** What the operations share, besides their schemas. */
export const components = {
  securitySchemes: {
    bearer: {
      type: 'http',
      scheme: 'bearer',
      description: 'A token of a person. Cookies are not looked at.',
    },
  },
  headers: {
    RateLimit: header('How many requests are left, and for how many seconds: `"requests";r=599;t=42`.'),
    'RateLimit-Policy': header('How many requests in how many seconds: `"requests";q=600;w=60`.'),
    'Retry-After': header('Seconds to wait before the request is sent again.'),
    ETag: header('Names this answer, to be sent in If-None-Match.'),
    'Idempotent-Replayed': header('`true` where the answer is that of an earlier request with this key.'),
  },
  parameters: {
    IdempotencyKey: inHeader(
      'Idempotency-Key',
      'Names this write, so that it happens once however often it is sent. For 24 hours the same request gets the same answer; another one with the same key is refused (409).',
    ),
    IfNoneMatch: inHeader('If-None-Match', 'The ETag of the answer that is known: 304 where it is the same.'),
    LastEventId: inHeader('Last-Event-ID', 'The last event that is known. The stream goes on after it.'),
  },
  responses: {
    Refused: problemResponse('Refused; nothing was changed.', {
      ...answerHeaders,
      'Retry-After': { $ref: '#/components/headers/Retry-After' },
    }),
    Failed: problemResponse('Something went wrong on the side of the server.', answerHeaders),
  },
}

export const problemSchema = problem
