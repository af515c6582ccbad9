'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { ChevronLeft, ChevronRight, Users } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { dayAfter } from '@/domain/weeks'
import { useTRPC } from '../providers/trpc-provider'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { EmptyState } from '../ui/empty-state'
import { FormError } from '../ui/form-error'
import { LinkButton } from '../ui/link-button'
import { PageHeader } from '../ui/page-header'
import { useDaysText } from '../words/calendar-day'
import { useErrorText } from '../words/error-words'
import type { OverviewWeek } from './overview'
import { WeekGrid } from './week-grid'

/** A week of everybody's at a workplace, day by day. */
export function WeekPage({ initial }: { initial: OverviewWeek }) {
  const t = useTranslations('overview')
  const errorText = useErrorText()
  const trpc = useTRPC()
  const { place, days, today, rights } = initial
  const [from = '', to = from] = [days.at(0), days.at(-1)]
  const query = useInfiniteQuery(
    trpc.overview.week.infiniteQueryOptions(
      { workplaceId: place.id, day: from },
      {
        initialCursor: null,
        initialData: { pages: [initial], pageParams: [null] },
        getNextPageParam: ({ nextCursor }) => nextCursor,
      },
    ),
  )
  const people = query.data.pages.flatMap((page) => page.people)
  return (
    <>
      <PageHeader
        back={{ href: `/employ/workplaces/${place.id}`, label: place.name }}
        title={t('pages.week')}
        description={t('week.legend')}
      />
      <WeekChoice {...{ from, to, today }} hrefOf={(on) => `/employ/workplaces/${place.id}/week/${on}`} />
      <FormError>{query.error && errorText(query.error)}</FormError>
      <Card padded={false}>
        {people.length === 0 ? (
          <EmptyState icon={<Users />} title={t('week.none')}>
            {t('week.noneHint')}
          </EmptyState>
        ) : (
          <WeekGrid {...{ people, days, place, wages: rights.seeWages }} />
        )}
      </Card>
      {query.hasNextPage && (
        <Button
          variant="secondary"
          className="mt-4"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('week.more')}
        </Button>
      )}
    </>
  )
}

interface WeekChoiceProps {
  from: string
  to: string
  today: string
  hrefOf: (day: string) => string
}

function WeekChoice({ from, to, today, hrefOf }: WeekChoiceProps) {
  const t = useTranslations('overview')
  const days = useDaysText()
  return (
    <nav aria-label={t('week.choose')} className="mb-4 flex flex-wrap items-center gap-2">
      <LinkButton
        href={hrefOf(dayAfter(from, -7))}
        variant="secondary"
        size="sm"
        aria-label={t('week.previous')}
      >
        <ChevronLeft aria-hidden="true" className="rtl:rotate-180" />
      </LinkButton>
      <span className="font-semibold tabular-nums">{days(from, to)}</span>
      {to < today && (
        <LinkButton href={hrefOf(dayAfter(to))} variant="secondary" size="sm" aria-label={t('week.next')}>
          <ChevronRight aria-hidden="true" className="rtl:rotate-180" />
        </LinkButton>
      )}
    </nav>
  )
}
