'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { dayOf, middleOfDay } from '@/domain/time'
import { dayAfter } from '@/domain/weeks'
import { hoursText } from '@/domain/worked-days'
import { Card } from '../ui/card'
import { Step } from '../ui/days-choice'
import { Time } from '../ui/time'
import { EntryRow } from './entry-row'
import type { Entry, Week } from './use-work'

interface WeekListProps {
  week: Week
  /** The address of this page for another day. */
  hrefOf: (day: string) => string
  heading: ReactNode
  actions?: ReactNode
  actionsOf: (entry: Entry) => ReactNode
}

/** A week by its days, each with its entries and its total by the clock of the workplace. */
export function WeekList({ week, hrefOf, heading, actions, actionsOf }: WeekListProps) {
  const t = useTranslations('time-entries')
  const { workplace, from, to, days, minutes, entries, now } = week
  const { timeZone } = workplace
  const noon = (day: string) => middleOfDay(day, timeZone)
  const ofDay = (day: string) => entries.filter(({ startedAt }) => shownOn(startedAt, week) === day)
  return (
    <Card padded={false}>
      <header className="flex flex-wrap items-center justify-between gap-3 border-b p-4 sm:px-6">
        <div className="min-w-0">
          <h2 className="wrap-anywhere font-bold text-lg">{heading}</h2>
          <p className="text-muted text-sm">
            {t.rich('week.fromTo', {
              from: () => <Time at={noon(from)} timeZone={timeZone} format="date" />,
              to: () => <Time at={noon(to)} timeZone={timeZone} format="date" />,
            })}
          </p>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          {actions}
          <Step to="earlier" href={hrefOf(dayAfter(from, -1))} label={t('week.before')} />
          <Step to="later" href={hrefOf(dayAfter(to, 1))} label={t('week.after')} />
        </div>
      </header>
      <ol className="divide-y">
        {days.map(({ day, minutes: worked }) => (
          <li key={day} className="px-4 py-3 sm:px-6">
            <div className="flex items-baseline justify-between gap-3">
              <h3 className="font-semibold text-muted text-sm">
                <Time at={noon(day)} timeZone={timeZone} format="date" />
              </h3>
              <p className={worked > 0 ? 'font-bold tabular-nums' : 'text-muted tabular-nums'}>
                <span className="sr-only">{t('week.dayTotal')} </span>
                {hoursText(worked)}
              </p>
            </div>
            {ofDay(day).length > 0 && (
              <ul className="divide-y divide-line/50">
                {ofDay(day).map((entry) => (
                  <EntryRow
                    key={entry.id}
                    entry={entry}
                    timeZone={timeZone}
                    now={now}
                    actions={actionsOf(entry)}
                  />
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
      <footer className="flex items-baseline justify-between gap-3 border-t bg-sunken p-4 sm:px-6">
        <p className="font-semibold">{t('week.total')}</p>
        <p className="font-bold text-xl tabular-nums">{hoursText(minutes)}</p>
      </footer>
    </Card>
  )
}

/** An entry stands with the day on which it began; one that began before the week, with its first day. */
function shownOn(startedAt: Date, { workplace, from }: Week): string {
  const day = dayOf(startedAt, workplace.timeZone)
  return day < from ? from : day
}
