'use client'

import { useTranslations } from 'next-intl'
import { readFieldError } from '@/domain/field-errors'

/** The message of a form's field in the reader's words: a code of ours, or a sentence that was made already. */
export function useFieldText(): (message: string | undefined) => string | undefined {
  const t = useTranslations('fields')
  return (message) => {
    const known = message === undefined ? null : readFieldError(message)
    return known ? t(known.code as never, known.params as never) : message
  }
}
