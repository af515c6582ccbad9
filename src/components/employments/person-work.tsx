'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { StatementLink } from '@/components/exports/statement-link'
import { EarnedWeeks } from '@/components/overview/earned-weeks'
import { Exceptions } from '@/components/pay-periods/exceptions'
import { SheetState } from '@/components/pay-periods/sheet-state'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { EntryRow } from '@/components/time-entries/entry-row'
import { type Waiting, WaitingCorrections } from '@/components/time-entries/waiting-corrections'
import { Card, CardHeader } from '@/components/ui/card'
import { Stat } from '@/components/ui/stat'
import { TextLink } from '@/components/ui/text-link'
import { Time } from '@/components/ui/time'
import { useDaysText } from '@/components/words/calendar-day'
import { useMoneyText } from '@/components/words/money'
import { formatHours } from '@/domain/pay/durations'

type Person = ApiOutput['overview']['person']

export interface PersonWork {
  initial: Person
  /** What waits for a decision at the workplace; shown is what is theirs. */
  corrections: Waiting[]
}

function usePerson(initial: Person): Person {
  const trpc = useTRPC()
  const { employmentId } = initial
  return useQuery(trpc.overview.person.queryOptions({ employmentId }, { initialData: initial })).data
}

/** What somebody's work comes to, what is out of the ordinary in it, and the way to what was paid. */
export function PersonSums({
  initial,
  corrections,
  left,
  decides,
}: PersonWork & { left: boolean; decides: boolean }) {
  const person = usePerson(initial)
  const { userId, place } = person
  return (
    <>
      <Sums person={person} left={left} />
      {corrections.some((one) => one.userId === userId) && (
        <WaitingCorrections initial={corrections} workplace={place} decides={decides} userId={userId} />
      )}
      <Periods person={person} />
    </>
  )
}

/** Their last weeks, and their latest entries. */
export function PersonLately({ initial }: Pick<PersonWork, 'initial'>) {
  const person = usePerson(initial)
  return (
    <>
      <Weeks person={person} />
      <Entries person={person} />
    </>
  )
}

function Sums({ person, left }: { person: Person; left: boolean }) {
  const t = useTranslations('employments')
  const pay = useTranslations('pay-periods')
  const { place, employmentId, week, period, sheet } = person
  return (
    <Card className="grid gap-5">
      <Sum title={left ? t('person.lastWeek') : t('person.week')} sum={week} />
      <Sum title={left ? t('person.lastPeriod') : t('person.period')} sum={period} />
      <div className="grid gap-2">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-muted text-sm">
          <SheetState state={sheet.state} />
          {sheet.signedAt && (
            <span>
              {pay.rich('sheet.signedAt', {
                at: () => (
                  <Time at={sheet.signedAt ?? person.now} timeZone={place.timeZone} format="dateTime" />
                ),
              })}
            </span>
          )}
        </div>
        <Exceptions
          exceptions={sheet.exceptions}
          hours={`/employ/workplaces/${place.id}/now/${sheet.userId}`}
        />
      </div>
      <div>
        <TextLink href={`/employ/workplaces/${place.id}/pay/${period.from}/${employmentId}`}>
          {t('person.review')}
        </TextLink>
      </div>
    </Card>
  )
}

function Sum({ title, sum }: { title: string; sum: Person['week'] }) {
  const t = useTranslations('overview')
  const [days, money] = [useDaysText(), useMoneyText()]
  return (
    <section aria-label={title}>
      <h2 className="font-bold text-lg">{title}</h2>
      <p className="mb-2 text-muted text-sm">{days(sum.from, sum.to)}</p>
      <dl className="grid grid-cols-2 gap-4 sm:grid-cols-3">
        <Stat label={t('hours')} value={formatHours(sum.paidMinutes)} />
        <Stat label={t('overtime')} value={formatHours(sum.overtimeMinutes)} />
        {sum.gross && <Stat label={t('gross')} value={money(sum.gross)} />}
      </dl>
    </section>
  )
}

function Weeks({ person }: { person: Person }) {
  const t = useTranslations('employments')
  return (
    <Card>
      <CardHeader title={t('person.weeks')} />
      <EarnedWeeks weeks={person.weeks} title={t('person.weeks')} />
    </Card>
  )
}

function Entries({ person: { place, userId, entries, now } }: { person: Person }) {
  const t = useTranslations('employments')
  return (
    <Card>
      <CardHeader
        title={t('person.entries')}
        actions={
          <TextLink href={`/employ/workplaces/${place.id}/now/${userId}`}>{t('person.allEntries')}</TextLink>
        }
      />
      {entries.length === 0 ? (
        <p className="text-muted">{t('person.noEntries')}</p>
      ) : (
        <ul className="divide-y">
          {entries.map((entry) => (
            <EntryRow key={entry.id} {...{ entry, now }} timeZone={place.timeZone} dated />
          ))}
        </ul>
      )}
    </Card>
  )
}

function Periods({ person: { place, employmentId, periods, rights } }: { person: Person }) {
  const t = useTranslations('employments')
  const [days, money] = [useDaysText(), useMoneyText()]
  return (
    <Card padded={false}>
      <CardHeader className="px-4 pt-4 sm:px-6 sm:pt-6" title={t('person.periods')} />
      <ul className="divide-y border-t">
        {periods.map(({ from, to, state, payment }) => (
          <li key={from} className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 sm:px-6">
            <TextLink
              href={`/employ/workplaces/${place.id}/pay/${from}/${employmentId}`}
              className="min-w-44 flex-1 tabular-nums"
            >
              {days(from, to)}
            </TextLink>
            {payment?.gross && (
              <TextLink
                href={`/employ/workplaces/${place.id}/pay/payments/${payment.id}`}
                className="tabular-nums"
              >
                {money(payment.gross)}
              </TextLink>
            )}
            <SheetState state={state} />
            {payment && rights.seeWages && <StatementLink paymentId={payment.id} of={days(from, to)} />}
          </li>
        ))}
      </ul>
    </Card>
  )
}
