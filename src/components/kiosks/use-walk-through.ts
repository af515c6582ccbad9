'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'
import { takeSmallPicture } from '@/components/camera/picture'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPCClient } from '@/components/providers/trpc-provider'
import { appErrorOf } from '@/components/words/app-error'
import type { ErrorCode } from '@/domain/errors'
import { watchMotion } from './motion'

export type DoorAnswer = ApiOutput['kiosks']['door']

/** Four frames a second at most; one is on its way at a time. */
const BETWEEN_FRAMES = 250
/** Nothing moved and nobody was there: a look now and then, for whoever stands still. */
const IDLE_LOOK = 2_500
/** After something moved it is looked at for so long. */
const STIRRED = 2_000
const AFTER_ERROR = 1_000
/** A pause may end early, when somebody was recognised with their number. */
const PAUSE_CHECK = 5_000

/** The kiosk itself is out of date, which the page's own question finds out. */
const stale: ReadonlySet<ErrorCode> = new Set([
  'kiosks.not_registered',
  'kiosks.one_at_a_time',
  'sessions.not_open',
])

export interface Sight extends Pick<DoorAnswer, 'width' | 'height' | 'people'> {}

interface WalkThroughOptions {
  video: RefObject<HTMLVideoElement | null>
  on: boolean
  onAnswer: (answer: DoorAnswer) => void
  onStale: () => void
}

/** Sends what the camera sees while somebody is there, and says who is in sight; `problem` is why nobody is read now. */
export function useWalkThrough({ video, on, onAnswer, onStale }: WalkThroughOptions) {
  const client = useTRPCClient()
  const [sight, setSight] = useState<Sight | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const told = useRef({ onAnswer, onStale })
  useEffect(() => {
    told.current = { onAnswer, onStale }
  })

  useEffect(() => {
    if (!on) return
    const moved = watchMotion()
    let closed = false
    let timer: ReturnType<typeof setTimeout>
    let memory = ''
    let stirredAt = Number.NEGATIVE_INFINITY
    let sentAt = Number.NEGATIVE_INFINITY

    const send = async (element: HTMLVideoElement) => {
      const form = new FormData()
      form.append('frame', await takeSmallPicture(element))
      if (memory) form.append('memory', memory)
      const answer = await client.kiosks.door.mutate(form)
      if (closed) return
      memory = answer.memory
      if (answer.people.length > 0) stirredAt = performance.now()
      setProblem(null)
      setSight(answer)
      told.current.onAnswer(answer)
    }

    const look = async () => {
      const at = performance.now()
      let next = BETWEEN_FRAMES
      const element = video.current
      try {
        if (element && element.readyState >= element.HAVE_CURRENT_DATA) {
          if (moved(element)) stirredAt = at
          if (at - stirredAt < STIRRED || at - sentAt > IDLE_LOOK) {
            sentAt = at
            await send(element)
          }
        }
      } catch (error) {
        if (closed) return
        next = waitAfter(error)
        setSight(null)
        const code = appErrorOf(error)?.code
        // Whoever was followed may have gone meanwhile, and a memory that is refused would be refused again.
        if (code !== 'face.busy') memory = ''
        if (code && stale.has(code)) told.current.onStale()
        else if (code) setProblem(error)
      }
      if (!closed) timer = setTimeout(look, Math.max(0, next - (performance.now() - at)))
    }
    void look()
    return () => {
      closed = true
      clearTimeout(timer)
      setSight(null)
    }
  }, [on, client, video])

  return { sight, problem }
}

function waitAfter(error: unknown): number {
  return appErrorOf(error)?.code === 'kiosks.paused' ? PAUSE_CHECK : AFTER_ERROR
}
