'use client'

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { GraduationCap } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { ListBody } from '@/components/lists/list-body'
import { ListSearch } from '@/components/lists/list-search'
import { ListSelect } from '@/components/lists/list-select'
import { useAddress } from '@/components/lists/use-filters'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Badge } from '@/components/ui/badge'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { placeStates, placesFields } from '@/domain/administration'

/** Every class and workplace of the installation, for whoever answers for it. */
export function PlacesPage() {
  const t = useTranslations('admin')
  const trpc = useTRPC()
  const [filters, change] = useAddress(placesFields)
  const { search, kind, state } = filters
  const query = useInfiniteQuery(
    trpc.admin.places.infiniteQueryOptions(filters, {
      getNextPageParam: ({ nextCursor }) => nextCursor,
      placeholderData: keepPreviousData,
    }),
  )
  const places = query.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <>
      <PageHeader title={t('places.title')} />
      <div className="mb-4 flex flex-wrap gap-3">
        <ListSearch
          label={t('places.search')}
          searched={search}
          onSearch={(typed) => change({ search: typed })}
        />
        <ListSelect
          label={t('places.kind.label')}
          value={kind ?? ''}
          options={[
            ['', t('places.kind.all')],
            ['CLASS', t('places.kind.CLASS')],
            ['WORKPLACE', t('places.kind.WORKPLACE')],
          ]}
          onChange={(chosen) => change({ kind: chosen })}
        />
        <ListSelect
          label={t('places.state.label')}
          value={state}
          options={placeStates.map((one) => [one, t(`places.state.${one}`)] as const)}
          onChange={(chosen) => change({ state: chosen === 'CURRENT' ? null : chosen })}
        />
      </div>
      <ListBody
        query={query}
        count={places.length}
        narrowed={Boolean(search || kind) || state !== 'CURRENT'}
        empty={
          <EmptyState icon={<GraduationCap />} title={t('places.none')}>
            {t('places.noneHint')}
          </EmptyState>
        }
      >
        <PlacesTable places={places} />
      </ListBody>
    </>
  )
}

type Place = ApiOutput['admin']['place']

function PlacesTable({ places }: { places: readonly Place[] }) {
  const t = useTranslations('admin')
  const format = useFormatter()
  return (
    <Table
      label={t('places.table')}
      head={
        <>
          <Th className="text-start">{t('places.column.name')}</Th>
          <Th className="text-start">{t('places.column.kind')}</Th>
          <Th className="text-start">{t('places.column.leader')}</Th>
          <Th className="text-end">{t('places.column.people')}</Th>
        </>
      }
    >
      {places.map((place) => (
        <Tr key={place.id} compact="figure">
          <Td>
            <span className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
              <Link
                prefetch={false}
                href={`/admin/places/${place.id}`}
                translate="no"
                className="wrap-anywhere rounded-sm font-semibold hover:underline"
              >
                {place.name}
              </Link>
              <PlaceBadges place={place} />
            </span>
          </Td>
          <Td label={t('places.column.kind')}>{t('places.kindOf', { kind: place.kind })}</Td>
          <Td label={t('places.column.leader')} className="wrap-anywhere">
            {format.list(place.leaders.filter(({ role }) => role === 'OWNER').map(({ name }) => name))}
          </Td>
          <Td label={t('places.column.people')} className="text-end tabular-nums">
            {format.number(place.people)}
          </Td>
        </Tr>
      ))}
    </Table>
  )
}

/** What is not as usual about a place. */
export function PlaceBadges({ place: { archivedAt, leaders } }: { place: Place }) {
  const t = useTranslations('admin')
  const led = leaders.some(({ role, able }) => role === 'OWNER' && able)
  if (archivedAt) return <Badge>{t('places.archived')}</Badge>
  return led ? null : <Badge tone="caution">{t('places.orphaned')}</Badge>
}
