'use client'

import { ImageOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { classNames } from '@/components/ui/class-names'

interface FacePictureProps {
  faceId: string
  /** What is seen, in words. */
  alt: string
  className?: string
  /** Shows it larger, and where in the photo it is. */
  onLook?: () => void
}

/** One face cut out of a photo. */
export function FacePicture({ onLook, ...of }: FacePictureProps) {
  const t = useTranslations('roll-calls')
  if (!onLook) return <Face {...of} />
  return (
    <button
      type="button"
      id={`face-${of.faceId}`}
      aria-label={t('face.look', { what: of.alt })}
      onClick={onLook}
      className="cursor-zoom-in justify-self-center rounded-md"
    >
      <Face {...of} />
    </button>
  )
}

function Face({ faceId, alt, className }: Omit<FacePictureProps, 'onLook'>) {
  const t = useTranslations('roll-calls')
  const [gone, setGone] = useState(false)
  const place = classNames('size-24 shrink-0 rounded-md border bg-sunken object-cover', className)
  if (gone)
    return (
      <span className={classNames(place, 'grid place-items-center text-muted')}>
        <ImageOff aria-hidden="true" className="size-6" />
        <span className="sr-only">{t('face.erased')}</span>
      </span>
    )
  return (
    // biome-ignore lint/performance/noImgElement: private and never cached, so there is nothing to optimise
    <img
      src={`/api/roll-call-crops/${faceId}`}
      alt={alt}
      width={192}
      height={192}
      className={place}
      onError={() => setGone(true)}
    />
  )
}
