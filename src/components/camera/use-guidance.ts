'use client'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { type Guidance, guide, startGuidance } from '@/domain/face/guidance'
import type { Instruction } from '@/domain/face/observation'
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

/**
 * Looks at the playing video while `on`, and calls `onGood` each time the face has been good long enough. It starts anew
 * after that, and whenever it is switched on.
 */
export function useGuidance(
  video: RefObject<HTMLVideoElement | null>,
  on: boolean,
  onGood: (() => unknown) | null,
): GuidanceOnScreen {
  const [guided, setGuided] = useGuideReady()
  const [seen, setSeen] = useState<Pick<Guidance, 'instruction' | 'progress'>>({
    instruction: 'starting',
    progress: 0,
  })
  const good = useRef(onGood)
  useEffect(() => {
    good.current = onGood
  })

  useEffect(() => {
    if (!on || !guided) return
    const guideWorker = takeGuide()
    let closed = false
    let timer: ReturnType<typeof setTimeout>
    let state = startGuidance(performance.now())
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
        if (state.take && good.current) {
          state = startGuidance(performance.now())
          good.current()
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
  }, [on, guided, setGuided, video])

  return { guided, ...seen }
}
