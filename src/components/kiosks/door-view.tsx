import { useTranslations } from 'next-intl'
import type { ReactNode, RefObject } from 'react'
import { MirroredVideo, pictureStyles } from '@/components/camera/mirrored-video'
import { classNames } from '@/components/ui/class-names'
import { Spinner } from '@/components/ui/spinner'
import type { Sight } from './use-walk-through'

interface DoorViewProps {
  video: RefObject<HTMLVideoElement | null>
  live: boolean
  sight: Sight | null
  /** In place of what says that the camera starts. */
  children?: ReactNode
}

const frames = {
  looking: 'border-white/75',
  known: 'border-positive',
  unsure: 'border-caution border-dashed',
} as const

const chips = {
  known: 'bg-positive-soft text-positive-ink',
  unsure: 'bg-caution-soft text-caution-ink',
} as const

/** What the camera sees, mirrored as people know themselves, with a light frame around everybody who is read. */
export function DoorView({ video, live, sight, children }: DoorViewProps) {
  const t = useTranslations('kiosks')
  return (
    <div
      className={classNames(
        pictureStyles,
        'aspect-4/3 max-w-[calc(52dvh*4/3)] portrait:max-w-[calc(42dvh*4/3)]',
      )}
    >
      <MirroredVideo video={video} live={live} />
      {children}
      {!live && !children && (
        <p className="absolute inset-0 flex items-center justify-center gap-3 text-xl">
          <Spinner className="size-6!" />
          {t('camera.starting')}
        </p>
      )}
      {live && sight?.people.map((person) => <PersonFrame key={person.id} person={person} sight={sight} />)}
    </div>
  )
}

const percent = (share: number) => `${100 * share}%`

/** Names are read out from the row of greetings; over a head they are for the eye. */
function PersonFrame({
  person: { box, state, firstName },
  sight,
}: {
  person: Sight['people'][number]
  sight: Sight
}) {
  const t = useTranslations('kiosks')
  const chip = state === 'looking' ? null : state === 'known' ? firstName : t('door.number')
  return (
    <div
      aria-hidden="true"
      className={classNames(
        'absolute rounded-lg border-3 shadow-sm transition-all duration-200 ease-out',
        frames[state],
      )}
      style={{
        left: percent(1 - (box.x + box.width) / sight.width),
        top: percent(box.y / sight.height),
        width: percent(box.width / sight.width),
        height: percent(box.height / sight.height),
      }}
    >
      {chip && state !== 'looking' && (
        <span
          className={classNames(
            'absolute top-full left-1/2 mt-1.5 max-w-48 -translate-x-1/2 truncate rounded-full px-3 py-0.5 font-semibold text-base',
            chips[state],
          )}
        >
          {chip}
        </span>
      )}
    </div>
  )
}
