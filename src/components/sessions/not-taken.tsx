'use client'

import { useMutation } from '@tanstack/react-query'
import { CircleHelp } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { FormError } from '@/components/ui/form-error'
import { Notice } from '@/components/ui/notice'
import { toast } from '@/components/ui/toast'
import { useErrorText } from '@/components/words/error-words'
import { countStandings } from '@/domain/board'
import type { BoardData } from './use-board'
import { useSessionsChanged } from './use-start-session'

/** A session that ended by itself and was not taken: marked now, it counts once the teacher says so. */
export function NotTaken({ board: { session, students } }: { board: BoardData }) {
  const t = useTranslations('sessions')
  const errorText = useErrorText()
  const trpc = useTRPC()
  const changed = useSessionsChanged()
  const take = useMutation(
    trpc.sessions.take.mutationOptions({
      onSuccess: async ({ absent }) => {
        await changed()
        toast.success(t('notTaken.taken'), {
          description: absent > 0 ? t('end.markedAbsent', { count: absent }) : undefined,
        })
      },
    }),
  )
  const waiting = countStandings(students, session).WAITING
  const begun = waiting < students.length
  return (
    <Notice
      tone="caution"
      icon={<CircleHelp aria-hidden="true" />}
      title={t('notTaken.title')}
      className="mb-4"
      action={
        begun && (
          <Button loading={take.isPending} onClick={() => take.mutate({ sessionId: session.id })}>
            {t('notTaken.take')}
          </Button>
        )
      }
    >
      {begun ? t('notTaken.rest', { count: waiting }) : t('notTaken.hint')}
      <FormError>{take.error && errorText(take.error)}</FormError>
    </Notice>
  )
}
