'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Archive, ArchiveRestore } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { Link } from '@/components/ui/link'
import { ListSkeleton } from '@/components/ui/skeleton'
import { Time } from '@/components/ui/time'
import { toast } from '@/components/ui/toast'
import { useErrorText } from '@/components/words/error-words'
import type { TaughtClass } from './class-card'

export function ArchivedClasses() {
  const t = useTranslations('classes')
  const errorText = useErrorText()
  const trpc = useTRPC()
  const archived = useQuery(trpc.classes.taught.queryOptions({ archived: true }))
  if (archived.isPending) return <ListSkeleton rows={2} />
  if (archived.isError)
    return (
      <ErrorState onRetry={archived.refetch} retrying={archived.isFetching}>
        {errorText(archived.error)}
      </ErrorState>
    )
  if (archived.data.length === 0)
    return (
      <EmptyState icon={<Archive />} title={t('archive.none')}>
        {t('archive.noneHint')}
      </EmptyState>
    )
  return (
    <Card padded={false}>
      <ul className="divide-y">
        {archived.data.map((schoolClass) => (
          <ArchivedClass key={schoolClass.id} schoolClass={schoolClass} />
        ))}
      </ul>
    </Card>
  )
}

function ArchivedClass({
  schoolClass: { id, name, students, archivedAt, timeZone, assists },
}: {
  schoolClass: TaughtClass
}) {
  const t = useTranslations('classes')
  const errorText = useErrorText()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const restore = useMutation(
    trpc.classes.setArchived.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries(trpc.classes.pathFilter())
        toast.success(t('restore.doneOf', { name }))
      },
      onError: (error) => toast.error(errorText(error)),
    }),
  )
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 px-4 py-3.5 sm:px-6">
      <div className="min-w-0">
        <Link
          prefetch={false}
          href={`/teach/classes/${id}`}
          className="wrap-anywhere rounded-sm font-semibold hover:underline"
        >
          {name}
        </Link>
        <p className="text-muted text-sm">
          {archivedAt
            ? t.rich('archive.studentsSince', {
                count: students,
                at: () => <Time at={archivedAt} timeZone={timeZone} format="date" />,
              })
            : t('students', { count: students })}
        </p>
      </div>
      {!assists && (
        <Button
          variant="secondary"
          size="sm"
          loading={restore.isPending}
          onClick={() => restore.mutate({ classId: id, archived: false })}
          aria-label={t('restore.of', { name })}
        >
          <ArchiveRestore aria-hidden="true" />
          {t('restore.button')}
        </Button>
      )}
    </li>
  )
}
