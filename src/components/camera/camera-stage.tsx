'use client'
import { type ReactNode, type RefObject, useRef } from 'react'
import { classNames } from '@/components/ui/class-names'
import { Spinner } from '@/components/ui/spinner'
import { MirroredVideo, pictureStyles } from './mirrored-video'
import { OvalOverlay } from './oval-overlay'
import { useSize } from './use-size'

interface CameraStageProps {
  video: RefObject<HTMLVideoElement | null>
  live: boolean
  /** Large words at the foot of the picture, spoken as they change. */
  words: string
  progress: number
  good: boolean
  working: boolean
  /** Changes with each picture taken: the stage lights up like a flash. */
  taken: number
  children?: ReactNode
}

/** More letters than stand in one line on a phone. */
const LONG_WORDS = 20

/** The live picture, mirrored as people know themselves, with the oval on it. Its size never changes. */
export function CameraStage(props: CameraStageProps) {
  const { video, live, words, progress, good, working, taken, children } = props
  const stage = useRef<HTMLDivElement>(null)
  const size = useSize(stage)
  return (
    <div
      ref={stage}
      className={classNames(
        pictureStyles,
        'aspect-3/4 max-w-[calc(68dvh*3/4)] sm:aspect-4/3 sm:max-w-[calc(68dvh*4/3)]',
      )}
    >
      <MirroredVideo video={video} live={live} />
      {size && <OvalOverlay {...size} progress={live ? progress : 0} good={good} />}
      {taken > 0 && (
        <div
          key={taken}
          aria-hidden="true"
          className="pointer-events-none absolute inset-0 animate-appear bg-white [animation-direction:reverse] [animation-duration:400ms] [animation-fill-mode:forwards]"
        />
      )}
      <div className="absolute inset-x-0 bottom-0 bg-linear-to-t from-black/80 via-black/55 to-transparent px-4 pt-12 pb-5">
        <p
          aria-live="polite"
          className={classNames(
            'flex min-h-9 items-center justify-center gap-3 text-center font-semibold text-balance sm:text-3xl',
            words.length > LONG_WORDS ? 'text-xl' : 'text-2xl',
          )}
        >
          {working && <Spinner className="size-7!" />}
          {words}
        </p>
      </div>
      {children}
    </div>
  )
}
