'use client'

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Users } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useDeferredValue, useState } from 'react'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmailAddress } from '@/components/ui/email-address'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { SearchField } from '@/components/ui/search-field'
import { Select } from '@/components/ui/select'
import { ListSkeleton } from '@/components/ui/skeleton'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { useDayText } from '@/components/words/calendar-day'
import { useErrorText } from '@/components/words/error-words'

type State = 'CURRENT' | 'PAST'

export function TeamTable({ workplaceId }: { workplaceId: string }) {
  const t = useTranslations('employments')
  const errorText = useErrorText()
  const trpc = useTRPC()
  const [typed, setTyped] = useState('')
  const [state, setState] = useState<State>('CURRENT')
  const search = useDeferredValue(typed.trim())
  const team = useInfiniteQuery(
    trpc.employments.ofWorkplace.infiniteQueryOptions(
      { workplaceId, state, ...(search && { search }) },
      {
        getNextPageParam: ({ nextCursor }) => nextCursor,
        placeholderData: keepPreviousData,
        refetchInterval: 15_000,
      },
    ),
  )
  const people = team.data?.pages.flatMap(({ items }) => items) ?? []
  const empty = people.length === 0 && !search && state === 'CURRENT'
  return (
    <>
      <div className="flex flex-wrap gap-3">
        <SearchField label={t('team.search')} value={typed} onChange={setTyped} />
        <Select
          aria-label={t('team.state')}
          value={state}
          onChange={(event) => setState(event.target.value === 'PAST' ? 'PAST' : 'CURRENT')}
          className="w-full sm:w-48"
        >
          <option value="CURRENT">{t('team.current')}</option>
          <option value="PAST">{t('team.past')}</option>
        </Select>
      </div>
      <Card padded={false}>
        {team.isPending ? (
          <ListSkeleton rows={5} />
        ) : team.isError && !team.data ? (
          <ErrorState onRetry={team.refetch} retrying={team.isFetching}>
            {errorText(team.error)}
          </ErrorState>
        ) : empty ? (
          <EmptyState icon={<Users />} title={t('team.none')}>
            {t('team.noneHint')}
          </EmptyState>
        ) : people.length === 0 ? (
          <p className="px-6 py-8 text-center text-muted">{t('team.noneFound')}</p>
        ) : (
          <PeopleTable people={people} />
        )}
      </Card>
      {team.hasNextPage && (
        <Button
          variant="secondary"
          className="justify-self-center"
          loading={team.isFetchingNextPage}
          onClick={() => team.fetchNextPage()}
        >
          {t('team.more')}
        </Button>
      )}
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
          <Th>{t('team.name')}</Th>
          <Th>{t('team.number')}</Th>
          <Th>{t('team.job')}</Th>
          <Th className="sm:max-lg:hidden">{t('team.since')}</Th>
          <Th>{t('team.clocking')}</Th>
        </>
      }
    >
      {people.map((person) => (
        <Tr key={person.id}>
          <Td>
            <div className="min-w-0">
              <Link
                href={`/employ/employments/${person.id}`}
                translate="no"
                className="wrap-anywhere rounded-sm font-semibold hover:underline"
              >
                {person.name}
              </Link>
              <p className="text-muted text-sm">
                <EmailAddress>{person.email}</EmailAddress>
              </p>
            </div>
          </Td>
          <Td label={t('team.number')} className="tabular-nums">
            {person.number}
          </Td>
          <Td label={t('team.job')}>{person.jobTitle ?? '–'}</Td>
          <Td label={t('team.since')} className="whitespace-nowrap sm:max-lg:hidden">
            {dayText(person.startedOn)}
          </Td>
          <Td label={t('team.clocking')}>
            <ClocksWith person={person} />
          </Td>
        </Tr>
      ))}
    </Table>
  )
}

function ClocksWith({ person: { enrolled, faceOff, hasPin } }: { person: Person }) {
  const t = useTranslations('employments')
  const face = enrolled && !faceOff
  return (
    <span className="flex flex-wrap gap-1">
      {face && <Badge tone="positive">{t('team.face')}</Badge>}
      {faceOff === 'TOO_MANY_MISSES' && <Badge tone="caution">{t('team.faceOff')}</Badge>}
      {hasPin && <Badge tone="positive">{t('team.pin')}</Badge>}
      {!face && !hasPin && <Badge>{t('team.nothing')}</Badge>}
    </span>
  )
}
