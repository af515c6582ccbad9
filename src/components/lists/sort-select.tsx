'use client'

import { useTranslations } from 'next-intl'
import type { ListFilters, ListName } from '@/domain/lists'
import { ListSelect } from './list-select'

type Sort = ListFilters<Exclude<ListName, 'week'>>['sort']

interface SortSelectProps<Own extends Sort> {
  sort: Own
  /** The usual one first: it does not stand in the address. */
  sorts: readonly Own[]
  onSort: (changes: { sort: string | null }) => void
}

export function SortSelect<Own extends Sort>({ sort, sorts, onSort }: SortSelectProps<Own>) {
  const t = useTranslations('lists')
  return (
    <ListSelect
      label={t('sort.label')}
      value={sort}
      options={sorts.map((one) => [one, t(`sort.${one as Sort}`)])}
      onChange={(chosen) => onSort({ sort: chosen === sorts[0] ? null : chosen })}
    />
  )
}
