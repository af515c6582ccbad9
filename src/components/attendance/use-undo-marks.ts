'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useTRPC } from '@/components/providers/trpc-provider'
import { toast } from '@/components/ui/toast'
import { appErrorOf } from '@/components/words/app-error'
import { useErrorText } from '@/components/words/error-words'
import { useMarksChanged } from './use-marks-changed'

/** Takes one's last marks of these students back at the server, and says in the place of what words how many were. */
export function useUndoMarks(sessionId: string) {
  const t = useTranslations('attendance.many')
  const ui = useTranslations('ui')
  const errorText = useErrorText()
  const trpc = useTRPC()
  const changed = useMarksChanged()
  const onSuccess = () => changed(sessionId)
  const undoing = useMutation(trpc.attendance.undoMany.mutationOptions({ onSuccess }))

  return async function undo(studentIds: string[], place: string): Promise<void> {
    try {
      const undone = (await undoing.mutateAsync({ sessionId, studentIds })).studentIds.length
      const stays = studentIds.length - undone
      toast.success(t('undone', { count: undone }), {
        ...{ id: place, duration: stays > 0 ? 8000 : 4000, action: null },
        description: stays > 0 ? t('stays', { count: stays }) : undefined,
      })
    } catch (error) {
      // Without an answer it can be tried again.
      const again = { label: ui('undo'), onClick: () => void undo(studentIds, place) }
      toast.error(errorText(error), { id: place, action: appErrorOf(error) ? null : again })
    }
  }
}
