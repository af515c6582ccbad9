'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useTRPC } from '@/components/providers/trpc-provider'
import { toast } from '@/components/ui/toast'
import { useErrorText } from '@/components/words/error-words'
import type { AttendanceStatus } from '@/domain/attendance'
import { UNDO_SECONDS } from '@/domain/undo'
import type { MarkedSession } from './mark-options'
import { type Marked, useKeeping } from './use-keeping'
import { useMarksChanged } from './use-marks-changed'
import { useUndoMarks } from './use-undo-marks'

interface Several {
  students: readonly Marked[]
  status: AttendanceStatus
  /** Only those without a record: whoever clocks in at that moment stays as they are. */
  onlyUnmarked?: boolean
}

/** Marks several students at once, and offers to undo all of it for some seconds. */
export function useMarkMany({ id: sessionId, state }: Pick<MarkedSession, 'id' | 'state'>) {
  const open = state === 'OPEN'
  const t = useTranslations('attendance')
  const ui = useTranslations('ui')
  const errorText = useErrorText()
  const trpc = useTRPC()
  const changed = useMarksChanged()
  const onSuccess = () => changed(sessionId)
  const keepMarks = useKeeping(sessionId)
  const marking = useMutation(trpc.attendance.markMany.mutationOptions({ onSuccess }))
  const undo = useUndoMarks(sessionId)

  async function markAll({ students, status, onlyUnmarked = false }: Several) {
    const wanted = { sessionId, status, onlyUnmarked, studentIds: students.map(({ id }) => id) }
    try {
      let studentIds: string[] = []
      const send = async () => {
        studentIds = (await marking.mutateAsync(wanted)).studentIds
      }
      const meant = onlyUnmarked ? students.filter(({ record }) => record === null) : students
      const left = open ? false : undefined
      const marks = meant.map((student) => ({
        student,
        wanted: { status, left, note: student.record?.note ?? undefined },
      }))
      if (await keepMarks(marks, send)) return
      const [first] = students
      if (studentIds.length === 0) {
        toast.info(t('many.nobody'))
        return
      }
      // Of one student the last mark's words take the place of those before, as with the menu.
      const place = `mark ${sessionId} ${students.length === 1 ? first?.id : studentIds.join()}`
      const words =
        students.length === 1 && first
          ? t(`marked.${status}`, { name: first.name })
          : t(`many.${status}`, { count: studentIds.length })
      toast.success(words, {
        ...{ id: place, duration: UNDO_SECONDS * 1000 },
        action: { label: ui('undo'), onClick: () => void undo(studentIds, place) },
      })
    } catch (error) {
      toast.error(errorText(error))
    }
  }

  return { markAll, pending: marking.isPending }
}
