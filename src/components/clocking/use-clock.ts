'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { whileBusy } from '@/components/providers/while-busy'
import type { Direction } from './presence'

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
      ...whileBusy({ times: 5, wait: 800, spread: 1200 }),
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
