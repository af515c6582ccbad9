import 'server-only'
import { createTranslator } from 'use-intl/core'
import type { ReaderLocale } from '@/domain/locale'
import type { paymentMethods } from '@/domain/payments'
import type { BoardStanding } from '@/domain/time-entries'
import type { TimesheetState } from '@/domain/timesheets'
import { messagesOf } from '../words/catalogues'

type Method = (typeof paymentMethods)[number]

/** The words of lists as files, in a reader's language, and what pages call the values in them. */
export function listWords({ format: locale, catalogue }: ReaderLocale) {
  const messages = messagesOf(catalogue)
  const t = createTranslator({ locale, messages, namespace: 'lists' })
  const clock = createTranslator({ locale, messages, namespace: 'time-entries' })
  const pay = createTranslator({ locale, messages, namespace: 'pay-periods' })
  const paid = createTranslator({ locale, messages, namespace: 'payments' })
  return {
    t,
    standing: (standing: BoardStanding) => clock(`board.standing.${standing}`),
    state: (state: TimesheetState) => pay(`state.${state}`),
    method: (method: Method) => paid(`method.${method}`),
  }
}
export type ListWords = ReturnType<typeof listWords>
