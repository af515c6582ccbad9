'use client'

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Banknote } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ListBody } from '@/components/lists/list-body'
import { ListDays } from '@/components/lists/list-days'
import { ListFiles } from '@/components/lists/list-files'
import { ListSearch } from '@/components/lists/list-search'
import { SortSelect } from '@/components/lists/sort-select'
import { useFilters } from '@/components/lists/use-filters'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Stat } from '@/components/ui/stat'
import { useMoneyText } from '@/components/words/money'
import { PaymentsTable } from './payments-table'

const sorts = ['NEWEST', 'OLDEST', 'NAME', 'AMOUNT'] as const

/** Everything that was paid at a workplace, for whoever sees wages there. */
export function PaymentsPage({ workplace }: { workplace: { id: string; name: string } }) {
  const t = useTranslations('lists')
  const trpc = useTRPC()
  const { id: workplaceId } = workplace
  const [filters, change] = useFilters('payments')
  const { search, from, to, sort } = filters
  const query = useInfiniteQuery(
    trpc.payments.ofWorkplace.infiniteQueryOptions(
      { workplaceId, ...filters },
      { getNextPageParam: ({ nextCursor }) => nextCursor, placeholderData: keepPreviousData },
    ),
  )
  const payments = query.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <>
      <PageHeader
        back={{ href: `/employ/workplaces/${workplaceId}`, label: workplace.name }}
        title={t('payments.title')}
        actions={<ListFiles list="payments" {...{ workplaceId, filters }} />}
      />
      <div className="mb-4 flex flex-wrap gap-3">
        <ListSearch
          label={t('search.payment')}
          searched={search}
          onSearch={(typed) => change({ search: typed })}
        />
        <ListDays {...{ from, to }} onChange={change} />
        <SortSelect {...{ sort, sorts }} onSort={change} />
      </div>
      {query.data && <Sums sums={query.data.pages[0]?.sums ?? null} />}
      <ListBody
        query={query}
        count={payments.length}
        narrowed={Boolean(search || from || to)}
        empty={
          <EmptyState icon={<Banknote />} title={t('payments.none')}>
            {t('payments.noneHint')}
          </EmptyState>
        }
      >
        <PaymentsTable {...{ workplaceId, payments }} />
      </ListBody>
    </>
  )
}

function Sums({ sums }: { sums: ApiOutput['payments']['ofWorkplace']['sums'] }) {
  const t = useTranslations('lists')
  const money = useMoneyText()
  if (sums === null) return <p className="mb-4 text-muted text-sm">{t('payments.sumsHint')}</p>
  if (sums.length === 0) return null
  return (
    <Card className="mb-4">
      <dl aria-label={t('payments.sums')} className="grid grid-cols-1 gap-4 sm:grid-cols-3">
        {sums.map(({ count, gross }) => (
          <Stat key={gross.currency} label={t('payments.sum', { count })} value={money(gross)} />
        ))}
      </dl>
    </Card>
  )
}
