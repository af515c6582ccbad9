'use client'

import { useMutation, useQuery } from '@tanstack/react-query'
import { SquareTerminal, TriangleAlert, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { ErrorState } from '@/components/ui/error-state'
import { IconButton } from '@/components/ui/icon-button'
import { Notice } from '@/components/ui/notice'
import { ListSkeleton } from '@/components/ui/skeleton'
import { useTimeText } from '@/components/ui/time'
import { toast } from '@/components/ui/toast'
import { useErrorText } from '@/components/words/error-words'

type Program = ApiOutput['tokens']['programs'][number]

/** The programs that signed in with email and password, and the way to end each. */
export function SignedInPrograms() {
  const t = useTranslations('tokens')
  const errorText = useErrorText()
  const trpc = useTRPC()
  const programs = useQuery(trpc.tokens.programs.queryOptions())
  return (
    <div className="mt-5 border-t pt-4">
      <h3 className="font-semibold">{t('programs.title')}</h3>
      {programs.isPending ? (
        <ListSkeleton rows={1} />
      ) : programs.isError && !programs.data ? (
        <ErrorState onRetry={programs.refetch} retrying={programs.isFetching}>
          {errorText(programs.error)}
        </ErrorState>
      ) : programs.data.length === 0 ? (
        <p className="text-muted text-sm">{t('programs.none')}</p>
      ) : (
        <ul className="divide-y">
          {programs.data.map((program) => (
            <ProgramRow key={program.id} program={program} onGone={programs.refetch} />
          ))}
        </ul>
      )}
    </div>
  )
}

function ProgramRow({ program, onGone }: { program: Program; onGone: () => unknown }) {
  const t = useTranslations('tokens')
  const timeText = useTimeText()
  const trpc = useTRPC()
  const end = useMutation(trpc.tokens.endProgram.mutationOptions())
  const [asking, setAsking] = useState(false)
  const name = program.name ?? t('programs.nameless')
  const when = timeText(program.endedAt ?? program.lastUsedAt, undefined, 'dateTime')

  if (program.endedAt)
    return (
      <li className="py-2.5">
        <Notice tone="negative" icon={<TriangleAlert />} title={t('programs.reused.title', { name, when })}>
          {t('programs.reused.text')}
        </Notice>
      </li>
    )
  return (
    <li className="flex items-center gap-3 py-2.5">
      <SquareTerminal aria-hidden="true" className="size-5.5 shrink-0 text-accent-ink" />
      <div className="min-w-0 flex-1">
        <p className="font-semibold wrap-anywhere">{name}</p>
        <p className="text-muted text-sm">{t('lastUsed', { when })}</p>
      </div>
      <IconButton label={t('programs.end.open', { name })} icon={<X />} onClick={() => setAsking(true)} />
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('programs.end.title', { name })}
        consequence={t('programs.end.consequence')}
        confirm={t('programs.end.confirm')}
        onConfirm={async () => {
          await end.mutateAsync({ programId: program.id })
          await onGone()
          toast.success(t('programs.end.done', { name }))
        }}
      />
    </li>
  )
}
