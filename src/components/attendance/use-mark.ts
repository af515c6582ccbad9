'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useTRPCClient } from '@/components/providers/trpc-provider'
import { toast } from '@/components/ui/toast'
import { appErrorOf } from '@/components/words/app-error'
import { useErrorText } from '@/components/words/error-words'
import type { AttendanceRecord } from '@/domain/attendance'
import type { Standing } from '@/domain/board'
import { UNDO_SECONDS } from '@/domain/undo'
import { type MarkedSession, markFor } from './mark-options'
import { useKeeping } from './use-keeping'
import { useMarksChanged } from './use-marks-changed'

interface Marked {
  session: MarkedSession
  student: { id: string; name: string; record: AttendanceRecord | null }
}

/**
 * Marks a student by hand, or takes their record back, and offers to undo it for some seconds.
 */
export function useMark({ session, student: { id: studentId, name, record } }: Marked) {
  const t = useTranslations('attendance')
  const ui = useTranslations('ui')
  const errorText = useErrorText()
  const client = useTRPCClient()
  const of = { sessionId: session.id, studentId }
  const changed = useMarksChanged()
  const keepMark = useKeeping(session.id)
  // One for marking and clearing: each of 200 tiles has its own. An undo that is on its way holds up no other mark.
  const asking = useMutation({
    mutationFn: (ask: () => Promise<unknown>) => ask(),
    onSuccess: () => changed(session.id),
  })
  const open = session.state === 'OPEN'
  // The last mark of a student is the one that can be undone: its words take the place of those before.
  const place = `mark ${session.id} ${studentId}`

  const undoing = () => ({ label: ui('undo'), onClick: () => void undo() })

  async function undo() {
    try {
      await client.attendance.undo.mutate(of)
      await changed(session.id)
      toast.success(t('mark.undone', { name }), { id: place, action: null })
    } catch (error) {
      // Without an answer it can be tried again.
      const action = appErrorOf(error) ? null : undoing()
      toast.error(t('mark.failed', { name, error: errorText(error) }), { id: place, action })
    }
  }

  // Awaited rather than given callbacks: the record's own event may move or replace what asked for it before the answer.
  async function choose(standing: Standing, note = record?.note ?? '') {
    const mark = markFor({ standing, record, open })
    const wanted = mark && { ...mark, note: note || undefined }
    const send = () =>
      asking.mutateAsync(() =>
        wanted ? client.attendance.mark.mutate({ ...of, ...wanted }) : client.attendance.clear.mutate(of),
      )
    if (await keepMark([{ student: { id: studentId, name, record }, wanted }], send)) return
    toast.success(t(`marked.${standing}`, { name }), {
      id: place,
      duration: UNDO_SECONDS * 1000,
      action: undoing(),
    })
  }

  return { choose, pending: asking.isPending, error: asking.error }
}
