'use client'

import { ImageOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef, useState } from 'react'

/** Drawn small, so that ten photos of 50 megapixels do not stand decoded in the browser's memory. */
const THUMBNAIL_WIDTH = 400

/** One chosen photo. */
export function PhotoTile({ file, children }: { file: File; children?: ReactNode }) {
  const t = useTranslations('roll-calls')
  const canvas = useRef<HTMLCanvasElement>(null)
  const [broken, setBroken] = useState(false)
  useEffect(() => {
    let gone = false
    setBroken(false)
    createImageBitmap(file, { resizeWidth: THUMBNAIL_WIDTH, resizeQuality: 'medium' }).then(
      (bitmap) => {
        const element = canvas.current
        if (!gone && element) {
          element.width = bitmap.width
          element.height = bitmap.height
          element.getContext('2d')?.drawImage(bitmap, 0, 0)
        }
        bitmap.close()
      },
      () => gone || setBroken(true),
    )
    return () => {
      gone = true
    }
  }, [file])

  return (
    <li className="relative grid min-w-0 content-start gap-1.5">
      <div className="relative aspect-4/3 overflow-hidden rounded-lg border bg-sunken">
        {broken ? (
          <span className="grid size-full place-items-center text-muted">
            <ImageOff aria-hidden="true" />
            <span className="sr-only">{t('photo.broken', { file: file.name })}</span>
          </span>
        ) : (
          <canvas ref={canvas} role="img" aria-label={file.name} className="size-full object-cover" />
        )}
      </div>
      {children}
    </li>
  )
}

export function PhotoGrid({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul aria-label={label} className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-5">
      {children}
    </ul>
  )
}
