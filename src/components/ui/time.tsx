'use client'

import { useLocale } from 'next-intl'
import { useCallback } from 'react'
import { useReaderZone } from '@/components/words/reader-zone'
import { offsetAt } from '@/domain/time'
import { classNames } from './class-names'

export type TimeFormat = 'time' | 'date' | 'dateTime' | 'longDate'

const clock = { hour: 'numeric', minute: '2-digit' } as const
const formats: Record<TimeFormat, Intl.DateTimeFormatOptions> = {
  time: clock,
  date: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  dateTime: { weekday: 'short', day: 'numeric', month: 'short', ...clock },
  longDate: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
}

interface Moment {
  at: Date
  timeZone: string
  format: TimeFormat
  locale: string
  /** The zone of whoever reads; where its clock shows another time, the zone is said. */
  readerZone: string | null
}

/** An instant by the clock of a place, as the reader's language and region write it. */
export function formatInstant({ at, timeZone, format, locale, readerZone }: Moment): string {
  const elsewhere =
    'hour' in formats[format] && readerZone !== null && offsetAt(at, readerZone) !== offsetAt(at, timeZone)
  const options = { ...formats[format], timeZone, ...(elsewhere && { timeZoneName: 'short' as const }) }
  // Server and browser do not agree about the narrow space before "PM".
  return new Intl.DateTimeFormat(locale, options).format(at).replaceAll('\u202f', '\u00a0')
}

/** Gives instants as text, for what is no element of its own: a label, an argument of a message. */
export function useTimeText() {
  const locale = useLocale()
  const readerZone = useReaderZone()
  return useCallback(
    (at: Date, timeZone: string = readerZone ?? 'UTC', format: TimeFormat = 'time') =>
      formatInstant({ at, timeZone, format, locale, readerZone }),
    [locale, readerZone],
  )
}

interface TimeProps {
  at: Date
  /** IANA name of the zone whose clock is meant, usually the place's; the reader's own where it belongs to none. */
  timeZone?: string
  format?: TimeFormat
  className?: string
}

export function Time({ at, timeZone, format = 'time', className }: TimeProps) {
  const text = useTimeText()
  const readerZone = useReaderZone()
  const zone = timeZone ?? readerZone ?? 'UTC'
  return (
    <time
      dateTime={at.toISOString()}
      title={`${text(at, zone, 'dateTime')} (${zone})`}
      className={classNames('whitespace-nowrap tabular-nums', className)}
    >
      {text(at, zone, format)}
    </time>
  )
}
