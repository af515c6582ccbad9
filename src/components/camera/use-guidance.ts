'use client'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { type Guidance, guide, startGuidance } from '@/domain/face/guidance'
import type { Instruction, Turn } from '@/domain/face/observation'
import { frameOf, LOOK_EVERY } from './picture'
import { releaseGuide, takeGuide } from './shared-guide'
import { useGuideReady } from './use-guide-ready'

export interface GuidanceOnScreen {
  /** Null until it is known. Without guidance the person takes the picture by hand. */
  guided: boolean | null
  instruction: Instruction
  /** 0 to 1, for how long the face has been good of how long it must be. */
  progress: number
}

interface GuidanceOptions {
  on: boolean
  /** Called each time the face has been good long enough. */
  onGood: (() => unknown) | null
  /** What the next picture must differ by from those before it. */
  turn: Turn | null
  /** Gets the yaw of the largest face of each look. */
  yaw: RefObject<number | null>
}

/** Looks at the playing video while `on`. It starts anew when the face was good, and whenever it is switched on. */
export function useGuidance(
  video: RefObject<HTMLVideoElement | null>,
  { on, onGood, turn, yaw }: GuidanceOptions,
): GuidanceOnScreen {
  const [guided, setGuided] = useGuideReady()
  const [seen, setSeen] = useState<Pick<Guidance, 'instruction' | 'progress'>>({
    instruction: 'starting',
    progress: 0,
  })
  const wanted = useRef({ onGood, turn })
  useEffect(() => {
    wanted.current = { onGood, turn }
  })

  useEffect(() => {
    if (!on || !guided) return
    const guideWorker = takeGuide()
    let closed = false
    let timer: ReturnType<typeof setTimeout>
    const start = () => startGuidance(performance.now(), wanted.current.turn)
    let state = start()
    setSeen(state)
    const look = async () => {
      const at = performance.now()
      const frame = await frameOf(video.current)
      const observation = frame && (await guideWorker.look(frame, at))
      if (closed) return
      if (guideWorker.gone) return setGuided(false)
      if (observation) {
        state = guide(state, observation)
        setSeen({ instruction: state.instruction, progress: state.progress })
        yaw.current = observation.faces[0]?.quality.yaw ?? null
        const { onGood } = wanted.current
        if (state.take && onGood) {
          state = start()
          onGood()
        }
      }
      timer = setTimeout(look, Math.max(0, LOOK_EVERY - (performance.now() - at)))
    }
    void look()
    return () => {
      closed = true
      clearTimeout(timer)
      releaseGuide()
    }
  }, [on, guided, setGuided, video, yaw])

  return { guided, ...seen }
}
