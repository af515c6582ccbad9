import { ArrowBigLeft, ArrowBigRight, ArrowBigUp, Maximize2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from '@/components/ui/class-names'
import type { ChallengeWords } from '@/domain/face/challenge-guide'

const beside = {
  'aria-hidden': true,
  className: 'size-12 fill-current sm:size-20',
  strokeWidth: 1.5,
} as const
/** Above the face there is less room. */
const above = { 'aria-hidden': true, className: 'size-9', strokeWidth: 2 } as const

/** The picture is a mirror, so the person's left is on its left. */
const arrows: Partial<Record<ChallengeWords, { icon: ReactNode; place: string }>> = {
  TURN_LEFT: {
    icon: <ArrowBigLeft {...beside} />,
    place: 'inset-y-0 left-1.5 items-center pb-[8%] sm:left-[12%]',
  },
  TURN_RIGHT: {
    icon: <ArrowBigRight {...beside} />,
    place: 'inset-y-0 right-1.5 items-center pb-[8%] sm:right-[12%]',
  },
  LOOK_UP: { icon: <ArrowBigUp {...above} fill="currentColor" />, place: 'inset-x-0 top-4 justify-center' },
  COME_CLOSER: { icon: <Maximize2 {...above} />, place: 'inset-x-0 top-4 justify-center' },
}

/** Where to move, large, on the picture. */
export function ChallengeArrow({ words, wrongWay }: { words: ChallengeWords; wrongWay: boolean }) {
  const arrow = arrows[words]
  if (!arrow) return null
  return (
    <div key={words} className={classNames('pointer-events-none absolute flex animate-appear', arrow.place)}>
      <span
        className={classNames(
          'grid rounded-full bg-black/60 p-2 motion-safe:animate-bounce',
          wrongWay && 'ring-4 ring-caution',
        )}
      >
        {arrow.icon}
      </span>
    </div>
  )
}
