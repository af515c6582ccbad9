'use client'

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Users } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ListBody } from '@/components/lists/list-body'
import { ListFiles } from '@/components/lists/list-files'
import { ListSearch } from '@/components/lists/list-search'
import { ListSelect } from '@/components/lists/list-select'
import { SortSelect } from '@/components/lists/sort-select'
import { useFilters } from '@/components/lists/use-filters'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Badge } from '@/components/ui/badge'
import { EmailAddress } from '@/components/ui/email-address'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { useDayText } from '@/components/words/calendar-day'

const sorts = ['NAME', 'NUMBER', 'SINCE'] as const

export function TeamTable({ workplaceId }: { workplaceId: string }) {
  const t = useTranslations('employments')
  const trpc = useTRPC()
  const [filters, change] = useFilters('people')
  const { search, state, sort } = filters
  const team = useInfiniteQuery(
    trpc.employments.ofWorkplace.infiniteQueryOptions(
      { workplaceId, ...filters },
      {
        getNextPageParam: ({ nextCursor }) => nextCursor,
        placeholderData: keepPreviousData,
        refetchInterval: 15_000,
      },
    ),
  )
  const people = team.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <>
      <div className="flex flex-wrap gap-3">
        <ListSearch
          label={t('team.search')}
          searched={search}
          onSearch={(typed) => change({ search: typed })}
        />
        <ListSelect
          label={t('team.state')}
          value={state}
          options={[
            ['CURRENT', t('team.current')],
            ['PAST', t('team.past')],
          ]}
          onChange={(chosen) => change({ state: chosen === 'PAST' ? chosen : null })}
        />
        <SortSelect {...{ sort, sorts }} onSort={change} />
        <ListFiles list="people" {...{ workplaceId, filters }} />
      </div>
      <ListBody
        query={team}
        count={people.length}
        narrowed={Boolean(search) || state === 'PAST'}
        empty={
          <EmptyState icon={<Users />} title={t('team.none')}>
            {t('team.noneHint')}
          </EmptyState>
        }
      >
        <PeopleTable people={people} />
      </ListBody>
    </>
  )
}

type Person = ApiOutput['employments']['ofWorkplace']['items'][number]

function PeopleTable({ people }: { people: readonly Person[] }) {
  const t = useTranslations('employments')
  const dayText = useDayText()
  return (
    <Table
      label={t('team.table')}
      head={
        <>
          <Th className="text-start">{t('team.name')}</Th>
          <Th className="text-start">{t('team.number')}</Th>
          <Th className="text-start">{t('team.job')}</Th>
          <Th className="text-start sm:max-lg:hidden">{t('team.since')}</Th>
          <Th className="text-start">{t('team.clocking')}</Th>
        </>
      }
    >
      {people.map((person) => (
        <Tr key={person.id} compact="figure">
          <Td>
            <div className="min-w-0">
              <Link
                prefetch={false}
                href={`/employ/employments/${person.id}`}
                translate="no"
                className="wrap-anywhere rounded-sm font-semibold hover:underline"
              >
                {person.name}
              </Link>
              {person.email && (
                <p className="text-muted text-sm">
                  <EmailAddress>{person.email}</EmailAddress>
                </p>
              )}
            </div>
          </Td>
          <Td label={t('team.number')} className="tabular-nums">
            {person.number}
          </Td>
          <Td label={t('team.job')} className={person.jobTitle ? '' : 'max-sm:hidden!'}>
            {person.jobTitle ?? '–'}
          </Td>
          <Td label={t('team.since')} className="whitespace-nowrap sm:max-lg:hidden">
            {dayText(person.startedOn)}
          </Td>
          <Td>
            <ClocksWith person={person} />
          </Td>
        </Tr>
      ))}
    </Table>
  )
}

function ClocksWith({ person: { enrolled, faceOff, faceOffHere, hasPin } }: { person: Person }) {
  const t = useTranslations('employments')
  const face = enrolled && !faceOff && !faceOffHere
  return (
    <span className="flex flex-wrap gap-1 max-sm:justify-end">
      {face && <Badge tone="positive">{t('team.face')}</Badge>}
      {faceOff === 'TOO_MANY_MISSES' && <Badge tone="caution">{t('team.faceOff')}</Badge>}
      {!faceOff && faceOffHere && <Badge>{t('team.faceOffHere')}</Badge>}
      {hasPin && <Badge tone="positive">{t('team.pin')}</Badge>}
      {!face && !hasPin && <Badge>{t('team.nothing')}</Badge>}
    </span>
  )
}
