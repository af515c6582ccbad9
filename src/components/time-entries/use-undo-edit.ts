'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { toast } from '@/components/ui/toast'
import { UNDO_SECONDS } from '@/domain/undo'
import { useReadAnew } from '../clocking/use-read-anew'
import { useTRPC } from '../providers/trpc-provider'
import { useErrorText } from '../words/error-words'

/** Says that somebody's hours were changed, and offers to undo it for some seconds. */
export function useUndoEdit() {
  const t = useTranslations('time-entries')
  const ui = useTranslations('ui')
  const errorText = useErrorText()
  const trpc = useTRPC()
  const readAnew = useReadAnew()
  const undoing = useMutation(trpc.timeEntries.undo.mutationOptions())

  async function undo(entryId: string) {
    try {
      await undoing.mutateAsync({ entryId })
      toast.success(t('edit.undone'))
    } catch (error) {
      toast.error(errorText(error))
    }
    readAnew()
  }

  const offer = (entryId: string) =>
    toast.success(t('edit.done'), {
      duration: UNDO_SECONDS * 1000,
      action: { label: ui('undo'), onClick: () => void undo(entryId) },
    })

  return { offer }
}
