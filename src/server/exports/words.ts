import 'server-only'
import { createTranslator } from 'use-intl/core'
import { ownLineName } from '@/domain/line-names'
import type { ReaderLocale } from '@/domain/locale'
import type { PayLine } from '@/domain/pay/result'
import { messagesOf } from '../words/catalogues'
import { isolated } from './pdf/runs'

/** The words of documents in a reader's language, and days, numbers and times as they are written there. */
export function exportWords({ format, catalogue }: ReaderLocale) {
  const t = createTranslator({ locale: format, messages: messagesOf(catalogue), namespace: 'exports' })
  const long = new Intl.DateTimeFormat(format, { dateStyle: 'long', timeZone: 'UTC' })
  const weekday = new Intl.DateTimeFormat(format, {
    ...{ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
    timeZone: 'UTC',
  })
  const number = new Intl.NumberFormat(format, { maximumFractionDigits: 6 })
  const percent = new Intl.NumberFormat(format, { style: 'percent', maximumFractionDigits: 4 })
  const range = (from: string, to: string) =>
    t('range', { from: long.format(new Date(from)), to: long.format(new Date(to)) })
  return {
    t,
    /** Of a calendar day, `YYYY-MM-DD`. */
    longDay: (day: string) => long.format(new Date(day)),
    shortDay: (day: string) => weekday.format(new Date(day)),
    range,
    /** What a line is for: its kind, and its name where it has one. */
    purpose({ kind, name }: Pick<PayLine, 'kind' | 'name'>): string {
      if (name === null) return t(`kinds.${kind}`)
      const own = ownLineName(kind, name)
      return t('named', { kind: t(`kinds.${kind}`), name: own ? t(`names.${own}`) : isolated(name) })
    },
    factor({ kind, factor }: Pick<PayLine, 'kind' | 'factor'>): string {
      if (factor === null || factor === '1') return ''
      return kind === 'premium' ? percent.format(Number(factor)) : `× ${number.format(Number(factor))}`
    },
  }
}
export type ExportWords = ReturnType<typeof exportWords>
