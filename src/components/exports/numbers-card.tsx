'use client'

import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { toast } from 'sonner'
import { ActionError } from '@/components/providers/action-error'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { Card, CardHeader } from '@/components/ui/card'
import { ErrorState } from '@/components/ui/error-state'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { ListSkeleton } from '@/components/ui/skeleton'
import { useErrorText } from '@/components/words/error-words'
import { useReloadPreviews } from './use-payroll-preview'

/** What payroll calls each person, in one table. */
export function NumbersCard({ workplaceId }: { workplaceId: string }) {
  const t = useTranslations('payments')
  const errorText = useErrorText()
  const trpc = useTRPC()
  const team = useInfiniteQuery(
    trpc.employments.ofWorkplace.infiniteQueryOptions(
      { workplaceId },
      { getNextPageParam: ({ nextCursor }) => nextCursor },
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
      <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
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
        <Button variant="secondary" loading={team.isFetchingNextPage} onClick={() => team.fetchNextPage()}>
          {t('formats.more')}
        </Button>
      )}
    </Card>
  )
}
