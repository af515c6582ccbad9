'use client'

import { Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { DeletePhotoDialog } from './delete-photos'
import { PhotoImage } from './photo-image'
import type { EnrolmentStatus } from './use-enrolment'

interface ComparedPhotosProps {
  status: Pick<EnrolmentStatus, 'photos' | 'photosKept'>
  replaces: string | undefined
}

/** The photos that a new one was found to differ from: perhaps one of those is the wrong one. */
export function ComparedPhotos({ status, replaces }: ComparedPhotosProps) {
  const t = useTranslations('enrolment')
  const ui = useTranslations('ui')
  const [deleting, setDeleting] = useState<string>()
  const compared = status.photos.filter(({ id, usable }) => usable && id !== replaces)
  if (compared.length === 0) return null
  return (
    <div className="grid justify-items-center gap-3 text-center">
      <p className="max-w-form text-muted text-sm">{t('compared.question', { count: compared.length })}</p>
      <ul className="flex flex-wrap justify-center gap-3">
        {compared.map(({ id }, index) => (
          <li key={id} className="w-28 overflow-hidden rounded-md border">
            <PhotoImage
              photoId={id}
              alt={t('compared.photo', { number: index + 1 })}
              kept={status.photosKept}
            />
            <Button
              variant="ghost"
              size="sm"
              className="w-full rounded-none!"
              aria-label={t('compared.delete', { number: index + 1 })}
              onClick={() => setDeleting(id)}
            >
              <Trash2 aria-hidden="true" />
              {ui('delete')}
            </Button>
          </li>
        ))}
      </ul>
      {deleting && (
        <DeletePhotoDialog
          photoId={deleting}
          left={status.photos.length - 1}
          open
          onOpenChange={(open) => !open && setDeleting(undefined)}
        />
      )}
    </div>
  )
}
