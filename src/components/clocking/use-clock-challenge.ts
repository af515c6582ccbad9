'use client'

import { useMutation } from '@tanstack/react-query'
import { useTRPC } from '@/components/providers/trpc-provider'
import type { ClockTarget } from './clock-target'
import type { Direction } from './presence'

/** Asks for the movements of one clock-in or clock-out. */
export function useClockChallenge(target: ClockTarget, direction: Direction) {
  const trpc = useTRPC()
  const session = useMutation(trpc.clocking.startChallenge.mutationOptions())
  const work = useMutation(trpc.clocking.startWorkChallenge.mutationOptions())
  return () => {
    if (target.kind === 'session') return session.mutateAsync({ sessionId: target.id, direction })
    const kindId = direction === 'in' ? target.kindId : undefined
    return work.mutateAsync({ workplaceId: target.id, direction, kindId })
  }
}
