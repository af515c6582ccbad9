'use client'

import { useMemo } from 'react'
import { useKeptMarks } from '@/components/attendance/kept-marks-store'
import { withKeptMarks } from '@/domain/kept-marks'
import type { LiveBoard } from './use-board'

/** A board with what was marked on this device without a network, as it will be once that is sent. */
export function useKeptBoard(live: LiveBoard): LiveBoard {
  const kept = useKeptMarks()
  const { board } = live
  const sessionId = board.session.id
  const shown = useMemo(() => {
    const own = kept.filter((mark) => mark.sessionId === sessionId)
    return own.length === 0 ? board : { ...board, students: withKeptMarks(board.students, own) }
  }, [board, kept, sessionId])
  return { ...live, board: shown }
}
