'use client'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { type ChallengeGuidance, guideChallenge, startChallengeGuidance } from '@/domain/face/challenge-guide'
import type { ChallengeStep } from '@/domain/face/challenge-steps'
import { type FrameStore, frameStore } from './challenge-frames'
import { frameOf, LOOK_EVERY } from './picture'
import { releaseGuide, takeGuide } from './shared-guide'
import { useGuideReady } from './use-guide-ready'

/** What the server asks for, and until when. */
export interface StartedChallenge {
  id: string
  steps: ChallengeStep[]
  expiresAt: Date
  now: Date
}

/** Frames with the milliseconds at which each was taken, counted from when the steps were told. */
export interface ChallengeAnswer {
  challengeId: string
  frames: Blob[]
  at: number[]
}

interface ChallengeOptions {
  video: RefObject<HTMLVideoElement | null>
  /** Looks while this holds, and begins anew when it does so again. */
  on: boolean
  /** Asks the server for a challenge. */
  start(): Promise<StartedChallenge>
  onAnswer(answer: ChallengeAnswer): void
  onFailure(error: unknown): void
}

export interface ChallengeOnScreen {
  /** Null until it is known. Without guidance there can be no challenge. */
  guided: boolean | null
  state: Pick<ChallengeGuidance, 'phase' | 'step' | 'words' | 'hint' | 'progress'>
  steps: number
  /** The minute was over, and it begins anew. */
  again: boolean
}

/** Time that is left for sending the answer. */
const FOR_SENDING = 6000

interface Round {
  challenge: StartedChallenge
  /** When the steps were told, and until when an answer may be begun, by the clock of `performance.now()`. */
  from: number
  until: number
  store: FrameStore
}

/** Leads a person through challenges until one is answered; a minute that runs out begins anew by itself. */
export function useChallenge({ video, on, ...options }: ChallengeOptions): ChallengeOnScreen {
  const [guided, setGuided] = useGuideReady()
  const [state, setState] = useState<ChallengeGuidance>(() => startChallengeGuidance(0))
  const [steps, setSteps] = useState(0)
  const [again, setAgain] = useState(false)
  const call = useRef(options)
  useEffect(() => {
    call.current = options
  })

  useEffect(() => {
    if (!on || !guided) return
    const worker = takeGuide()
    let closed = false
    let timer: ReturnType<typeof setTimeout>
    let round: Round | null = null
    let now = startChallengeGuidance(performance.now())
    setState(now)
    setAgain(false)

    const begin = async () => {
      const challenge = await call.current.start()
      const from = performance.now()
      const lasts = challenge.expiresAt.getTime() - challenge.now.getTime() - FOR_SENDING
      round = { challenge, from, until: from + lasts, store: frameStore() }
      now = startChallengeGuidance(from)
      setSteps(challenge.steps.length)
    }
    const step = async (current: Round) => {
      const at = performance.now()
      const frame = await frameOf(video.current)
      if (frame) current.store.draw(frame)
      const seen = frame && (await worker.look(frame, at))
      if (closed || !seen) return
      now = guideChallenge(now, seen, current.challenge.steps)
      const time = Math.round(at - current.from)
      if (now.use === 'remember') current.store.remember(time)
      if (now.use === 'keep') current.store.keep(time, now.withRemembered)
      setState(now)
    }
    const look = async () => {
      const at = performance.now()
      if (round && at > round.until) {
        // Nobody is told while they have not been asked for anything yet.
        setAgain(now.phase !== 'neutral')
        round = null
      }
      if (!round) await begin()
      else await step(round)
      if (closed) return
      if (worker.gone) return setGuided(false)
      if (round && now.phase === 'done') {
        const answer = { challengeId: round.challenge.id, ...(await round.store.answer()) }
        if (!closed) call.current.onAnswer(answer)
        return
      }
      timer = setTimeout(run, Math.max(0, LOOK_EVERY - (performance.now() - at)))
    }
    const run = () => look().catch((error) => closed || call.current.onFailure(error))
    void run()
    return () => {
      closed = true
      clearTimeout(timer)
      releaseGuide()
    }
  }, [on, guided, setGuided, video])

  return { guided, state, steps, again }
}
