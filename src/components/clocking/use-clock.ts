'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { whileBusy } from '@/components/providers/while-busy'
import type { ClockTarget } from './clock-target'
import type { Direction } from './presence'
import { useReadAnew } from './use-read-anew'

type Answer = ApiOutput['clocking']['byFace'] | ApiOutput['clocking']['workByFace']
export type ClockAnswer = Exclude<Answer, { kind: 'more' }>

/** What the pictures answer: a challenge, or the wish for more of them. */
type Beside = { challengeId?: string; at?: number[]; ticket?: string }

function formOf(target: ClockTarget, direction: Direction): FormData {
  const form = new FormData()
  form.set('direction', direction)
  form.set(target.kind === 'work' ? 'workplaceId' : 'sessionId', target.id)
  if (target.kind === 'session') return form
  const { kindId, position, workedThrough } = target
  if (kindId && direction === 'in') form.set('kindId', kindId)
  if (position) form.set('position', `${position.latitude},${position.longitude}`)
  if (workedThrough && direction === 'out') form.set('workedThrough', 'true')
  return form
}

/** Sends the pictures of one clock-in or clock-out; throws why it did not come about. */
export function useClock(target: ClockTarget, direction: Direction) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const readAnew = useReadAnew()
  const busy = {
    ...whileBusy({ times: 5, wait: 800, spread: 1200 }),
    // Not waited for: the answer is shown first. Done even when the dialog has been closed meanwhile.
    onSettled: () => {
      readAnew()
      void queryClient.invalidateQueries(trpc.enrolment.pathFilter())
    },
  }
  const session = useMutation(trpc.clocking.byFace.mutationOptions(busy))
  const work = useMutation(trpc.clocking.workByFace.mutationOptions(busy))
  return (pictures: Blob[], { challengeId, at = [], ticket }: Beside): Promise<Answer> => {
    const form = formOf(target, direction)
    for (const picture of pictures) form.append('frame', picture)
    if (challengeId) form.set('challengeId', challengeId)
    for (const time of at) form.append('at', String(time))
    if (ticket) form.set('ticket', ticket)
    return target.kind === 'work' ? work.mutateAsync(form) : session.mutateAsync(form)
  }
}
