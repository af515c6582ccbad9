import 'server-only'
import { createTranslator } from 'use-intl/core'
import { errorMessageParams } from '@/domain/error-params'
import type { ErrorCode, ErrorParams } from '@/domain/errors'
import { readFieldError } from '@/domain/field-errors'
import type { ReaderLocale } from '@/domain/locale'
import { messagesOf } from './catalogues'

export interface ErrorSentences {
  title: string
  /** What it means and what to do about it. */
  text: string
}

/** For whom no language is known: a log, a command line. */
export const sourceLocale: ReaderLocale = { catalogue: 'en', format: 'en' }

function translator<Noun extends 'errors' | 'fields'>({ format, catalogue }: ReaderLocale, namespace: Noun) {
  return createTranslator({ locale: format, messages: messagesOf(catalogue), namespace })
}

/** Title and text of an error in a reader's language. */
export function errorSentences(
  reader: ReaderLocale,
  code: ErrorCode,
  params: ErrorParams = {},
): ErrorSentences {
  const t = translator(reader, 'errors')
  const given = errorMessageParams(params, reader.format)
  return {
    title: t(`${code}.title` as never, given as never),
    text: t(`${code}.text` as never, given as never),
  }
}

/** What is wrong with one field, in a reader's language. */
export function fieldSentence(reader: ReaderLocale, message: string): string {
  const t = translator(reader, 'fields')
  const { code, params } = readFieldError(message) ?? { code: 'invalid', params: {} }
  return t(code as never, params as never)
}

/** Title and text in one line, in the source language. */
export function errorLine(code: ErrorCode, params: ErrorParams = {}): string {
  return translator(sourceLocale, 'errors')('sentence', { ...errorSentences(sourceLocale, code, params) })
}
