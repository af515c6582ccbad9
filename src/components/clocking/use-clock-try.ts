'use client'

import { useRef, useState } from 'react'
import type { Captured } from '@/components/camera/more-pictures'
import type { ClockTarget } from './clock-target'
import type { Direction } from './presence'
import { type ClockAnswer, useClock } from './use-clock'

type Challenge = { challengeId: string; at: number[] }

/** One try to clock by face: what came of it, why not, or that more pictures are wanted. */
export function useClockTry(target: ClockTarget, direction: Direction) {
  const clock = useClock(target, direction)
  const ticket = useRef<string>(undefined)
  const [answer, setAnswer] = useState<ClockAnswer>()
  const [refusal, setRefusal] = useState<{ error: unknown }>()
  const [wantsMore, setWantsMore] = useState(false)

  /** Never rejects. Pictures without a challenge belong to those before them, where more were wanted. */
  async function send(pictures: Blob[], challenge?: Challenge): Promise<Captured> {
    const first = challenge ? undefined : ticket.current
    ticket.current = undefined
    try {
      const given = await clock(pictures, challenge ?? (first ? { ticket: first } : {}))
      if (given.kind === 'more') {
        ticket.current = given.ticket
        setWantsMore(true)
        return 'more'
      }
      setAnswer(given)
    } catch (error) {
      setRefusal({ error })
    }
    setWantsMore(false)
  }

  return { send, answer, refusal, wantsMore, again: () => setRefusal(undefined), fail: setRefusal }
}
