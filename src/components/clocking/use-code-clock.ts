'use client'

import { useMutation } from '@tanstack/react-query'
import { useTRPC } from '@/components/providers/trpc-provider'
import type { ClockTarget } from './clock-target'
import type { Direction } from './presence'
import type { ClockAnswer } from './use-clock'
import { useReadAnew } from './use-read-anew'

/** Sends the code of one clock-in or clock-out; what else is shown is read anew. */
export function useCodeClock(target: ClockTarget, direction: Direction) {
  const trpc = useTRPC()
  // Not waited for: the answer is shown first.
  const onSettled = useReadAnew()
  const session = useMutation(trpc.clocking.byCode.mutationOptions())
  const work = useMutation(trpc.clocking.workByCode.mutationOptions())
  return useMutation({
    onSettled,
    mutationFn: (code: string): Promise<ClockAnswer> => {
      if (target.kind === 'session') return session.mutateAsync({ sessionId: target.id, direction, code })
      const { id: workplaceId, kindId, position, workedThrough } = target
      const wish = direction === 'in' ? { kindId, position } : { position, workedThrough }
      return work.mutateAsync({ workplaceId, direction, code, ...wish })
    },
  })
}
