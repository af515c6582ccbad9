'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { errorMessageParams } from '@/domain/error-params'
import type { ErrorCode, ErrorParams } from '@/domain/errors'
import { appErrorOf } from './app-error'

export interface ErrorWords {
  title: string
  /** What it means and what to do about it. */
  text: string
}

/** Errors in the reader's words: whatever was thrown, or a code of ours. */
export function useErrorWords() {
  const t = useTranslations('errors')
  const locale = useLocale()
  return useMemo(() => {
    const ofCode = (code: ErrorCode, params: ErrorParams = {}): ErrorWords => {
      const given = errorMessageParams(params, locale)
      // Keys are not written out here: test/server/words holds every code against the catalogues.
      return {
        title: t(`${code}.title` as never, given as never),
        text: t(`${code}.text` as never, given as never),
      }
    }
    const of = (error: unknown): ErrorWords => {
      const known = appErrorOf(error)
      return known ? ofCode(known.code, known.params) : ofCode('server.unreachable')
    }
    return { of, ofCode, sentence: (error: unknown) => t('sentence', { ...of(error) }) }
  }, [t, locale])
}

/** Any error as one line: its title, then its text. */
export function useErrorText(): (error: unknown) => string {
  return useErrorWords().sentence
}
