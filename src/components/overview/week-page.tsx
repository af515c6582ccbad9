'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { Users } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ListFiles } from '@/components/lists/list-files'
import { DaysChoice } from '@/components/ui/days-choice'
import { useTRPC } from '../providers/trpc-provider'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { EmptyState } from '../ui/empty-state'
import { FormError } from '../ui/form-error'
import { PageHeader } from '../ui/page-header'
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
        actions={<ListFiles list="week" workplaceId={place.id} day={from} filters={{}} />}
      />
      <DaysChoice
        days={{ from, to }}
        today={today}
        words={{ choose: t('week.choose'), previous: t('week.previous'), next: t('week.next') }}
        href={(on) => `/employ/workplaces/${place.id}/week/${on}`}
        className="mb-4"
      />
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
