'use client'

import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { NoneFound } from '@/components/lists/list-body'
import { ListSearch } from '@/components/lists/list-search'
import { ActionError } from '@/components/providers/action-error'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { Card, CardHeader } from '@/components/ui/card'
import { ErrorState } from '@/components/ui/error-state'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { ListSkeleton } from '@/components/ui/skeleton'
import { toast } from '@/components/ui/toast'
import { useErrorText } from '@/components/words/error-words'
import { useReloadPreviews } from './use-payroll-preview'

/** What payroll calls each person, in one table. */
export function NumbersCard({ workplaceId }: { workplaceId: string }) {
  const t = useTranslations('payments')
  const errorText = useErrorText()
  const words = useTranslations('lists')
  const trpc = useTRPC()
  const [search, setSearch] = useState('')
  const team = useInfiniteQuery(
    trpc.employments.ofWorkplace.infiniteQueryOptions(
      { workplaceId, ...(search && { search }) },
      { getNextPageParam: ({ nextCursor }) => nextCursor, placeholderData: keepPreviousData },
    ),
  )
  const queries = useQueryClient()
  const reloadPreviews = useReloadPreviews()
  const update = useMutation(
    trpc.employments.update.mutationOptions({
      onSuccess: async () => {
        toast.success(t('formats.numberSaved'))
        await queries.invalidateQueries(trpc.employments.pathFilter())
        await reloadPreviews()
      },
    }),
  )
  const people = team.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <Card>
      <CardHeader title={t('formats.numbers')} description={t('formats.numbersHint')} />
      {team.isPending && <ListSkeleton rows={3} />}
      {team.isError && (
        <ErrorState onRetry={() => void team.refetch()} retrying={team.isFetching}>
          {errorText(team.error)}
        </ErrorState>
      )}
      {(search || team.hasNextPage) && (
        <div className="mb-4">
          <ListSearch label={words('search.person')} searched={search} onSearch={setSearch} />
        </div>
      )}
      {search && team.data && people.length === 0 && <NoneFound />}
      <ul className="grid gap-3 sm:grid-cols-[repeat(auto-fill,minmax(15rem,1fr))]">
        {people.map(({ id: employmentId, name, externalNumber }) => (
          <li key={employmentId}>
            <Field label={name}>
              <Input
                defaultValue={externalNumber ?? ''}
                maxLength={40}
                onBlur={(e) => {
                  const typed = e.target.value.trim() || null
                  if (typed !== externalNumber) update.mutate({ employmentId, externalNumber: typed })
                }}
              />
            </Field>
          </li>
        ))}
      </ul>
      <ActionError error={update.error} />
      {team.hasNextPage && (
        <Button
          variant="secondary"
          className="mt-4"
          loading={team.isFetchingNextPage}
          onClick={() => team.fetchNextPage()}
        >
          {t('formats.more')}
        </Button>
      )}
    </Card>
  )
}
