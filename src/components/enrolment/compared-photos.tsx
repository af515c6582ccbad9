'use client'

import { Trash2 } from 'lucide-react'
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
  const [deleting, setDeleting] = useState<string>()
  const compared = status.photos.filter(({ id, usable }) => usable && id !== replaces)
  if (compared.length === 0) return null
  return (
    <div className="grid justify-items-center gap-3 text-center">
      <p className="max-w-form text-muted text-sm">
        It was compared with {compared.length === 1 ? 'this photo' : `these ${compared.length} photos`}. Is{' '}
        {compared.length === 1 ? 'it' : 'one of them'} the wrong one? Then delete it and take yours.
      </p>
      <ul className="flex flex-wrap justify-center gap-3">
        {compared.map(({ id }, index) => (
          <li key={id} className="w-28 overflow-hidden rounded-md border">
            <PhotoImage photoId={id} alt={`Compared photo ${index + 1}`} kept={status.photosKept} />
            <Button
              variant="ghost"
              size="sm"
              className="w-full rounded-none"
              aria-label={`Delete compared photo ${index + 1}`}
              onClick={() => setDeleting(id)}
            >
              <Trash2 aria-hidden="true" />
              Delete
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
