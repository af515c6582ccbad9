'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { ErrorState } from '@/components/ui/error-state'
import { ListSkeleton } from '@/components/ui/skeleton'
import { Time } from '@/components/ui/time'
import { useDaysText } from '@/components/words/calendar-day'
import { useErrorText } from '@/components/words/error-words'
import { useMoneyText } from '@/components/words/money'
import { formatHours } from '@/domain/pay/durations'
import { LineWords, SumWords } from './why-words'

/** The sum of a timesheet; without a workplace one's own. */
export interface WhyOf {
  workplaceId: string | null
  employmentId: string
  day: string
  sum: number
}

type Answer = ApiOutput['payPeriods']['why']

function useWhy({ workplaceId, ...own }: WhyOf) {
  const trpc = useTRPC()
  const led = trpc.payPeriods.why.queryOptions(
    { workplaceId: workplaceId ?? '', ...own },
    { enabled: workplaceId !== null },
  )
  const mine = trpc.payPeriods.ownWhy.queryOptions(own, { enabled: workplaceId === null })
  const [ofOther, ofOwn] = [useQuery(led), useQuery(mine)]
  return workplaceId === null ? ofOwn : ofOther
}

/** Why a sum is what it is: its lines, each with its entry as it was punched. */
export function Why({ of }: { of: WhyOf }) {
  const errorText = useErrorText()
  const why = useWhy(of)
  if (why.isPending) return <ListSkeleton rows={2} />
  if (why.isError)
    return (
      <ErrorState onRetry={why.refetch} retrying={why.isFetching}>
        {errorText(why.error)}
      </ErrorState>
    )
  const keyed = why.data.lines.map((line, at) => ({ line, key: at }))
  return (
    <div className="border-t bg-sunken/40">
      <SumWords answer={why.data} />
      <ul className="divide-y">
        {keyed.map(({ line, key }) => (
          <Line key={key} line={line} answer={why.data} />
        ))}
      </ul>
    </div>
  )
}

function Line({ line, answer }: { line: Answer['lines'][number]; answer: Answer }) {
  const t = useTranslations('pay-periods')
  const days = useDaysText()
  const money = useMoneyText()
  const entry = answer.entries.find(({ id }) => id === line.entryId)
  return (
    <li className="grid gap-1 py-3 ps-12 pe-4 text-sm sm:ps-14 sm:pe-6">
      <p className="flex flex-wrap justify-between gap-x-4 tabular-nums">
        <span className="font-semibold">{days(line.day)}</span>
        <span>
          {line.amount
            ? t('line.amount', { hours: formatHours(line.minutes), amount: money(line.amount) })
            : formatHours(line.minutes)}
        </span>
      </p>
      <LineWords line={line} answer={answer} />
      {entry && <Punches entry={entry} timeZone={answer.place.timeZone} />}
    </li>
  )
}

function Punches({ entry, timeZone }: { entry: Answer['entries'][number]; timeZone: string }) {
  const t = useTranslations('pay-periods')
  const { startedAt, endedAt, inMethod, outMethod, kind, breaks, flag, undisputedUntil } = entry
  const keyed = breaks.map((pause) => ({ ...pause, key: pause.startedAt.getTime() }))
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-3 text-muted">
      <dt>{t('punch.in')}</dt>
      <dd>
        <Time at={startedAt} timeZone={timeZone} format="dateTime" /> {t(`method.${inMethod}`)}
      </dd>
      <dt>{t('punch.out')}</dt>
      <dd>
        {endedAt ? <Time at={endedAt} timeZone={timeZone} format="dateTime" /> : t('punch.open')}{' '}
        {outMethod && t(`method.${outMethod}`)}
      </dd>
      {flag && undisputedUntil && (
        <>
          <dt>{t('punch.undisputed')}</dt>
          <dd>
            <Time at={undisputedUntil} timeZone={timeZone} format="dateTime" />
          </dd>
        </>
      )}
      {keyed.map(({ key, startedAt, endedAt, paid }) => (
        <div key={key} className="col-span-2 grid grid-cols-subgrid">
          <dt>{paid ? t('punch.paidBreak') : t('punch.break')}</dt>
          <dd>
            {t.rich('punch.fromTo', {
              from: () => <Time at={startedAt} timeZone={timeZone} />,
              to: () => (endedAt ? <Time at={endedAt} timeZone={timeZone} /> : t('punch.open')),
            })}
          </dd>
        </div>
      ))}
      {kind && (
        <>
          <dt>{t('punch.kind')}</dt>
          <dd>{kind}</dd>
        </>
      )}
    </dl>
  )
}
