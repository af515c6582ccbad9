import { useTranslations } from 'next-intl'
import type { RefObject } from 'react'
import { classNames } from '@/components/ui/class-names'

interface MirroredVideoProps {
  video: RefObject<HTMLVideoElement | null>
  /** Faded in once there is a picture. */
  live: boolean
}

/** What the camera sees, mirrored as people know themselves, filling what it stands in. */
export function MirroredVideo({ video, live }: MirroredVideoProps) {
  const t = useTranslations('camera')
  return (
    <video
      ref={video}
      muted
      playsInline
      aria-label={t('view')}
      className={classNames(
        'absolute inset-0 size-full -scale-x-100 object-cover transition-opacity duration-300',
        live ? 'opacity-100' : 'opacity-0',
      )}
    />
  )
}

/** Dark in both themes: everything on a picture is light, and a bright frame would blind the camera's own picture. */
export const pictureStyles =
  'dark relative isolate mx-auto w-full overflow-hidden rounded-xl bg-sunken text-white'
