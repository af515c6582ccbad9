'use client'

import { useLocale } from 'next-intl'
import { useCallback } from 'react'
import { useReaderZone } from '@/components/words/reader-zone'
import { offsetAt } from '@/domain/time'
import { classNames } from './class-names'

export type TimeFormat = 'time' | 'date' | 'dateTime' | 'longDate'

const formats: Record<TimeFormat, Intl.DateTimeFormatOptions> = {
  time: { minute: '2-digit' },
  date: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  dateTime: { weekday: 'short', day: 'numeric', month: 'short', minute: '2-digit' },
  longDate: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
}

/** 09:05 where the day has 24 hours, 9:05 AM where it has twice twelve. */
function hourStyle(locale: string): '2-digit' | 'numeric' {
  const { hourCycle } = new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions()
  return hourCycle === 'h23' || hourCycle === 'h24' ? '2-digit' : 'numeric'
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
  const withClock = 'minute' in formats[format]
  const elsewhere = withClock && readerZone !== null && offsetAt(at, readerZone) !== offsetAt(at, timeZone)
  const options: Intl.DateTimeFormatOptions = {
    ...formats[format],
    timeZone,
    ...(withClock && { hour: hourStyle(locale) }),
    ...(elsewhere && { timeZoneName: 'short' }),
  }
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
