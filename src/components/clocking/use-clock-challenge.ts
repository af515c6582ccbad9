'use client'

import { useMutation } from '@tanstack/react-query'
import { useTRPC } from '@/components/providers/trpc-provider'
import type { Direction } from './presence'

/** Asks for the movements of one clock-in or clock-out. */
export function useClockChallenge(sessionId: string, direction: Direction) {
  const { mutateAsync } = useMutation(useTRPC().clocking.startChallenge.mutationOptions())
  return () => mutateAsync({ sessionId, direction })
}
