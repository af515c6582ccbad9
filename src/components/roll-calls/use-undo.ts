'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useFormatter, useTranslations } from 'next-intl'
import { useTRPC } from '@/components/providers/trpc-provider'
import { toast } from '@/components/ui/toast'
import { useErrorText } from '@/components/words/error-words'

/** Undoes a roll call that was confirmed just now, and says whose record stays because somebody changed it since. */
export function useUndo() {
  const t = useTranslations('roll-calls')
  const format = useFormatter()
  const errorText = useErrorText()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { mutateAsync: undo } = useMutation(trpc.rollCalls.undo.mutationOptions())
  return async (rollCallId: string, sessionId: string) => {
    try {
      const { undone, kept } = await undo({ rollCallId })
      const names = format.list(
        kept.map(({ name }) => name),
        { type: 'conjunction' },
      )
      toast.success(kept.length > 0 ? t('undone.but', { undone, names }) : t('undone.all', { undone }))
      await Promise.all([
        queries.invalidateQueries(trpc.sessions.board.queryFilter({ sessionId })),
        queries.invalidateQueries(trpc.sessions.history.queryFilter({ sessionId })),
        queries.invalidateQueries(trpc.attendance.recordHistory.pathFilter()),
      ])
    } catch (error) {
      toast.error(errorText(error))
    }
  }
}
