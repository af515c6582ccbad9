'use client'

import { useSyncExternalStore } from 'react'
import { classNames } from './class-names'

export type TimeFormat = 'time' | 'date' | 'dateTime' | 'longDate'

const formats: Record<TimeFormat, Intl.DateTimeFormatOptions> = {
  time: { hour: '2-digit', minute: '2-digit' },
  date: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  dateTime: { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  longDate: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
}

const never = () => () => {}

/** The reader's kind of English, because dates stand within English sentences; British where they have none. */
export function useLocale(): string {
  return useSyncExternalStore(
    never,
    () => navigator.languages.find((language) => /^en\b/i.test(language)) ?? 'en-GB',
    () => 'en-GB',
  )
}

/** The zone of the reader's own clock, for what belongs to no class; UTC until the page is alive. */
export function useTimeZone(): string {
  return useSyncExternalStore(
    never,
    () => new Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => 'UTC',
  )
}

export function formatInstant(at: Date, timeZone: string, format: TimeFormat, locale = 'en-GB'): string {
  return new Intl.DateTimeFormat(locale, { ...formats[format], timeZone }).format(at)
}

interface TimeProps {
  at: Date
  /** IANA name of the zone whose clock is meant, usually the class's: "Europe/Berlin". */
  timeZone: string
  format?: TimeFormat
  className?: string
}

export function Time({ at, timeZone, format = 'time', className }: TimeProps) {
  const locale = useLocale()
  return (
    <time
      dateTime={at.toISOString()}
      title={`${formatInstant(at, timeZone, 'dateTime', locale)} (${timeZone})`}
      className={classNames('whitespace-nowrap tabular-nums', className)}
      suppressHydrationWarning
    >
      {formatInstant(at, timeZone, format, locale)}
    </time>
  )
}
