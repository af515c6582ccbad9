import type { RefObject } from 'react'
import { classNames } from '@/components/ui/class-names'

interface CameraVideoProps {
  video: RefObject<HTMLVideoElement | null>
  live: boolean
}

/** What the camera sees, mirrored as people know themselves; it fills whatever it stands in. */
export function CameraVideo({ video, live }: CameraVideoProps) {
  return (
    <video
      ref={video}
      muted
      playsInline
      aria-label="What the camera sees"
      className={classNames(
        'absolute inset-0 size-full -scale-x-100 object-cover transition-opacity duration-300',
        live ? 'opacity-100' : 'opacity-0',
      )}
    />
  )
}
