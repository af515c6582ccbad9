'use client'

import { useTranslations } from 'next-intl'
import { toast } from '@/components/ui/toast'
import { appErrorOf } from '@/components/words/app-error'
import type { AttendanceRecord } from '@/domain/attendance'
import { keptOf, type WantedMark } from '@/domain/kept-marks'
import { UNDO_SECONDS } from '@/domain/undo'
import { keep, keptMarks } from './kept-marks-store'
import { useUndoKept } from './use-undo-kept'

export interface Marked {
  id: string
  name: string
  record: AttendanceRecord | null
}

interface Wish {
  student: Marked
  wanted: WantedMark | null
}

/**
 * Keeps marks on this device where there is no network, and where one of the same student is on its way already: it must
 * not be overtaken. Answers whether they were kept; throws what the server has against them.
 */
export function useKeeping(sessionId: string) {
  const t = useTranslations('attendance.kept')
  const ui = useTranslations('ui')
  const undo = useUndoKept(sessionId)
  const place = `kept ${sessionId}`

  function onTheirWay(wishes: readonly Wish[]) {
    const ids = new Set(wishes.map(({ student }) => student.id))
    return keptMarks().filter((mark) => mark.sessionId === sessionId && ids.has(mark.studentId))
  }

  function keepAll(wishes: readonly Wish[]): true {
    const kept = wishes.map(({ student: { id: studentId, name, record }, wanted }) =>
      keptOf({ id: crypto.randomUUID(), sessionId, studentId, name, wanted }, record),
    )
    const replaced = onTheirWay(wishes)
    keep(kept)
    toast.info(t('kept', { count: kept.length, name: kept[0]?.name ?? '' }), {
      id: place,
      duration: UNDO_SECONDS * 1000,
      action: { label: ui('undo'), onClick: () => void undo({ marks: kept, replaced, place }) },
    })
    return true
  }

  return async (wishes: readonly Wish[], send: () => Promise<unknown>): Promise<boolean> => {
    if (onTheirWay(wishes).length > 0) return keepAll(wishes)
    try {
      await send()
      return false
    } catch (error) {
      if (appErrorOf(error) !== null) throw error
      return keepAll(wishes)
    }
  }
}
