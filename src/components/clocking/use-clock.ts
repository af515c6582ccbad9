'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ApiOutput } from '@/components/providers/api-output'
import { appErrorOf } from '@/components/providers/error-text'
import { useTRPC } from '@/components/providers/trpc-provider'
import type { Direction } from './presence'

const BUSY_RETRIES = 5

type Answer = ApiOutput['clocking']['byFace']
export type ClockAnswer = Exclude<Answer, { kind: 'more' }>

/** What the pictures answer: a challenge, or the wish for more of them. */
type Beside = { challengeId?: string; at?: number[]; ticket?: string }

/** Sends the pictures of one clock-in or clock-out; throws why it did not come about. */
export function useClock(sessionId: string, direction: Direction) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { mutateAsync } = useMutation(
    trpc.clocking.byFace.mutationOptions({
      // When a whole class comes in at once, the same pictures are worth another try before anybody poses again.
      retry: (failures, error) => appErrorOf(error)?.code === 'face.busy' && failures < BUSY_RETRIES,
      retryDelay: () => 800 + Math.random() * 1200,
      // Not waited for: the answer is shown first. Done even when the dialog has been closed meanwhile.
      onSettled: () => {
        void queryClient.invalidateQueries(trpc.attendance.pathFilter())
        void queryClient.invalidateQueries(trpc.enrolment.pathFilter())
      },
    }),
  )
  return (pictures: Blob[], { challengeId, at = [], ticket }: Beside): Promise<Answer> => {
    const form = new FormData()
    form.set('sessionId', sessionId)
    form.set('direction', direction)
    for (const picture of pictures) form.append('frame', picture)
    if (challengeId) form.set('challengeId', challengeId)
    for (const time of at) form.append('at', String(time))
    if (ticket) form.set('ticket', ticket)
    return mutateAsync(form)
  }
}
