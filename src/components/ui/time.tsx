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

const formatters = new Map<string, Intl.DateTimeFormat>()
/** Browsers name locales at will, and the server writes for them too. */
const MOST_FORMATTERS = 500

/** Made once each: a board writes hundreds of times. */
function formatterOf({ timeZone, format, locale }: Moment, zoneSaid: boolean): Intl.DateTimeFormat {
  const key = [locale, timeZone, format, zoneSaid].join(' ')
  const made = formatters.get(key)
  if (made) return made
  const formatter = new Intl.DateTimeFormat(locale, {
    ...formats[format],
    timeZone,
    ...(hasClock(format) && { hour: hourStyle(locale) }),
    ...(zoneSaid && { timeZoneName: 'short' }),
  })
  if (formatters.size >= MOST_FORMATTERS) formatters.clear()
  formatters.set(key, formatter)
  return formatter
}

const hasClock = (format: TimeFormat) => 'minute' in formats[format]

/** An instant by the clock of a place, as the reader's language and region write it. */
function formatInstant(moment: Moment): string {
  const { at, timeZone, format, readerZone } = moment
  const zoneSaid =
    hasClock(format) &&
    readerZone !== null &&
    readerZone !== timeZone &&
    offsetAt(at, readerZone) !== offsetAt(at, timeZone)
  // Server and browser do not agree about the narrow space before "PM".
  return formatterOf(moment, zoneSaid).format(at).replaceAll('\u202f', '\u00a0')
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
