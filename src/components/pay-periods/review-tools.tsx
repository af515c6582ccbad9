'use client'

import { useTranslations } from 'next-intl'
import { ListFiles } from '@/components/lists/list-files'
import { ListSearch } from '@/components/lists/list-search'
import { ListSelect } from '@/components/lists/list-select'
import { SortSelect } from '@/components/lists/sort-select'
import type { ListFilters } from '@/domain/lists'
import { timesheetStates } from '@/domain/timesheets'

interface ReviewToolsProps {
  workplaceId: string
  day: string
  filters: ListFilters<'review'>
  rights: { seeWages: boolean }
  change: (changes: Record<string, string | null>) => void
}

/** Whose hours of a period are shown, in which order, and as a file. */
export function ReviewTools({ workplaceId, day, filters, rights, change }: ReviewToolsProps) {
  const t = useTranslations('lists')
  const words = useTranslations('pay-periods')
  const { search, state, sort } = filters
  const sorts = ['NAME', 'HOURS', 'OVERTIME', ...(rights.seeWages ? ['GROSS' as const] : [])] as const
  return (
    <div className="mb-4 flex flex-wrap gap-3">
      <ListSearch
        label={t('search.person')}
        searched={search}
        onSearch={(typed) => change({ search: typed })}
      />
      <ListSelect
        label={t('state')}
        value={state ?? ''}
        options={[
          ['', t('all.state')],
          ...timesheetStates.map((one) => [one, words(`state.${one}`)] as const),
        ]}
        onChange={(chosen) => change({ state: chosen })}
      />
      <SortSelect {...{ sort, sorts }} onSort={change} />
      <ListFiles list="review" {...{ workplaceId, filters, day }} />
    </div>
  )
}
