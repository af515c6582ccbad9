'use client'

import { useTRPCClient } from '@/components/providers/trpc-provider'
import { toast } from '@/components/ui/toast'
import { useErrorText } from '@/components/words/error-words'
import { type KeptMark, perhapsSent, standsAs } from '@/domain/kept-marks'
import { inTurn, isSending, keptMarks, takeBack } from './kept-marks-store'
import { useUndoMarks } from './use-undo-marks'

interface Undone {
  marks: readonly KeptMark[]
  /** What they took the place of. */
  replaced: readonly KeptMark[]
  /** Where its words stand. */
  place: string
}

/** Takes marks back that were kept on this device: from it, and from the server where they have been sent meanwhile. */
export function useUndoKept(sessionId: string) {
  const client = useTRPCClient()
  const errorText = useErrorText()
  const undo = useUndoMarks(sessionId)

  return async ({ marks, replaced, place }: Undone) => {
    const sending = await isSending()
    const perhaps = perhapsSent(keptMarks(), { marks, sending })
    takeBack(marks, replaced)
    if (perhaps.length === 0) return
    try {
      // Once what is on its way has arrived.
      await inTurn(async () => {
        const { students } = await client.sessions.board.query({ sessionId })
        const arrived = perhaps.filter((mark) => standsAs(mark, students)).map(({ studentId }) => studentId)
        if (arrived.length > 0) await undo(arrived, place)
      })
    } catch (error) {
      toast.error(errorText(error), { id: place, action: null })
    }
  }
}
