import 'server-only'
import { type ErrorCode, errorTable } from '@/domain/errors'
import { type ReaderLocale, readerLocale } from '@/domain/locale'
import { detailsOf, httpStatusOf, toTrpcError } from '../trpc/errors'
import { errorSentences, fieldSentence } from '../words/sentences'

/** An error as RFC 9457 tells it, with our code, and the fields that were refused. */
export interface Problem {
  type: string
  title: string
  status: number
  detail: string
  code: ErrorCode
  fields: Record<string, string>
}

export interface Refusal {
  problem: Problem
  headers: Record<string, string>
}

/** For whom sentences are written: whoever the program says. */
export function readerOf(request: Request): ReaderLocale {
  return readerLocale({ chosen: null, accepted: request.headers.get('accept-language') })
}

/** What was thrown, as a program is told of it; what nobody foresaw is logged and told as "our side". */
export function refusalOf(error: unknown, operation: string, reader: ReaderLocale): Refusal {
  const { appCode: code, params, fields } = detailsOf(toTrpcError(error, operation))
  const status = httpStatusOf(code)
  const { title, text: detail } = errorSentences(reader, code, params)
  const sentences = Object.entries(fields).map(([path, message]) => [path, fieldSentence(reader, message)])
  const { seconds } = params
  return {
    problem: {
      type: `urn:clockface:error:${code}`,
      ...{ title, status, detail, code },
      fields: Object.fromEntries(sentences),
    },
    headers: {
      'content-language': reader.catalogue,
      ...(status === 401 ? { 'www-authenticate': challengeOf(code) } : {}),
      ...(typeof seconds === 'number' ? { 'retry-after': String(Math.max(1, Math.ceil(seconds))) } : {}),
    },
  }
}

const challengeOf = (code: ErrorCode) =>
  `Bearer realm="clockface"${code === 'tokens.invalid' ? ', error="invalid_token"' : ''}`

/** Refused before its own rules were asked. */
const undecided: readonly ErrorCode[] = ['request.invalid', 'auth.not_allowed']

/** Whether an error is the answer for good, so that the same request need not be tried again. */
export function isDecided({ code }: Problem): boolean {
  const kind = errorTable[code]
  return !undecided.includes(code) && !['unauthenticated', 'too_many', 'busy', 'failed'].includes(kind)
}
