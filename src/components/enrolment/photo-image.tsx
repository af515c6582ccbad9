'use client'

import { ScanFace } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { classNames } from '@/components/ui/class-names'

interface PhotoImageProps {
  photoId: string
  /** Which one it is: "Photo 2 of 3". */
  alt: string
  /** Whether the photo itself is stored; its template is in any case. */
  kept: boolean
  /** Too small for words. */
  small?: boolean
  className?: string
}

/** An enrolled photo, or a neutral face where only its template is kept. */
export function PhotoImage({ photoId, alt, kept, small = false, className }: PhotoImageProps) {
  const t = useTranslations('enrolment')
  const [missing, setMissing] = useState(false)
  const place = classNames('aspect-square w-full bg-sunken', className)
  if (!kept || missing) {
    return (
      <div className={classNames(place, 'grid place-items-center text-center text-muted', !small && 'p-3')}>
        <span className="grid justify-items-center gap-1.5">
          <ScanFace aria-hidden="true" className={small ? 'size-6' : 'size-9'} />
          <span className={small ? 'sr-only' : 'text-xs'}>{t('photos.templateOnly')}</span>
        </span>
      </div>
    )
  }
  return (
    // biome-ignore lint/performance/noImgElement: private and never cached, so there is nothing to optimise
    <img
      src={`/api/enrolment-photos/${photoId}`}
      alt={alt}
      className={classNames(place, 'object-cover')}
      onError={() => setMissing(true)}
    />
  )
}
