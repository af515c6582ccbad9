'use client'

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Clock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ListBody } from '../lists/list-body'
import { ListDays } from '../lists/list-days'
import { ListFiles } from '../lists/list-files'
import { ListSearch } from '../lists/list-search'
import { ListSelect } from '../lists/list-select'
import { SortSelect } from '../lists/sort-select'
import { useFilters } from '../lists/use-filters'
import { useTRPC } from '../providers/trpc-provider'
import { EmptyState } from '../ui/empty-state'
import { PageHeader } from '../ui/page-header'
import { EntriesTable } from './entries-table'

const sorts = ['NEWEST', 'OLDEST', 'NAME'] as const

interface HoursPageProps {
  workplace: {
    id: string
    name: string
    timeZone: string
    kinds: ReadonlyArray<{ id: string; name: string }>
  }
}

/** The entries of everybody at a workplace, in the order and of the days that are asked for. */
export function HoursPage({ workplace }: HoursPageProps) {
  const t = useTranslations('lists')
  const trpc = useTRPC()
  const { id: workplaceId, timeZone, kinds } = workplace
  const [filters, change] = useFilters('hours')
  const { search, from, to, kindId, show, sort } = filters
  const query = useInfiniteQuery(
    trpc.timeEntries.ofWorkplace.infiniteQueryOptions(
      { workplaceId, ...filters },
      { getNextPageParam: ({ nextCursor }) => nextCursor, placeholderData: keepPreviousData },
    ),
  )
  const entries = query.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <>
      <PageHeader
        back={{ href: `/employ/workplaces/${workplaceId}/now`, label: t('hours.back') }}
        title={t('hours.title')}
        actions={<ListFiles list="hours" {...{ workplaceId, filters }} />}
      />
      <div className="mb-4 flex flex-wrap gap-3">
        <ListSearch
          label={t('search.person')}
          searched={search}
          onSearch={(typed) => change({ search: typed })}
        />
        <ListDays {...{ from, to }} onChange={change} />
        {kinds.length > 0 && (
          <ListSelect
            label={t('kind')}
            value={kindId ?? ''}
            options={[['', t('all.kind')], ...kinds.map(({ id, name }) => [id, name] as const)]}
            onChange={(chosen) => change({ kindId: chosen })}
          />
        )}
        <ListSelect
          label={t('show')}
          value={show ?? ''}
          options={[
            ['', t('all.show')],
            ['OPEN', t('open')],
            ['FLAGGED', t('flagged')],
          ]}
          onChange={(chosen) => change({ show: chosen })}
        />
        <SortSelect {...{ sort, sorts }} onSort={change} />
      </div>
      <ListBody
        query={query}
        count={entries.length}
        narrowed={Boolean(search || from || to || kindId || show)}
        empty={
          <EmptyState icon={<Clock />} title={t('hours.none')}>
            {t('hours.noneHint')}
          </EmptyState>
        }
      >
        <EntriesTable {...{ workplaceId, timeZone, entries }} />
      </ListBody>
    </>
  )
}
