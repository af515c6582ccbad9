'use client'
import { ImageOff, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { IconButton } from '@/components/ui/icon-button'

interface PicturePreviewsProps {
  pictures: readonly File[]
  disabled: boolean
  onRemove(picture: File): void
}

/** The chosen pictures, each with a way to take it back. */
export function PicturePreviews({ pictures, disabled, onRemove }: PicturePreviewsProps) {
  const t = useTranslations('camera')
  return (
    <ul className="flex flex-wrap justify-center gap-3">
      {pictures.map((picture, i) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: the same file may be chosen twice
          key={`${i} ${picture.name}`}
          className="relative size-36 overflow-hidden rounded-lg border bg-sunken"
        >
          <Preview picture={picture} />
          <IconButton
            label={t('upload.remove', { name: picture.name })}
            icon={<X aria-hidden="true" />}
            disabled={disabled}
            onClick={() => onRemove(picture)}
            className="absolute top-1 end-1 rounded-full! bg-surface text-ink! shadow-md hover:bg-sunken!"
          />
        </li>
      ))}
    </ul>
  )
}

function Preview({ picture }: { picture: File }) {
  const t = useTranslations('camera')
  const [url, setUrl] = useState<string | null>(null)
  const [broken, setBroken] = useState(false)
  useEffect(() => {
    const made = URL.createObjectURL(picture)
    setUrl(made)
    setBroken(false)
    return () => URL.revokeObjectURL(made)
  }, [picture])
  if (broken) {
    return (
      <span className="grid size-full place-items-center text-muted">
        <ImageOff aria-hidden="true" />
        <span className="sr-only">{t('upload.cannotShow', { name: picture.name })}</span>
      </span>
    )
  }
  return (
    url && (
      // biome-ignore lint/performance/noImgElement: a picture of this very page, which no server could optimise
      <img src={url} alt={picture.name} className="size-full object-cover" onError={() => setBroken(true)} />
    )
  )
}
