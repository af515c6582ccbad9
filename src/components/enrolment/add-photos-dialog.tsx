'use client'

import { Dialog } from '@/components/ui/dialog'
import { MAX_PHOTOS } from '@/domain/enrolment'
import { AddPhotos } from './add-photos'
import type { EnrolmentStatus } from './use-enrolment'

interface AddPhotosDialogProps {
  open: boolean
  onClose: () => void
  status: EnrolmentStatus
  /** The photo that the new one takes the place of. */
  replaces?: string | undefined
}

export function AddPhotosDialog({ open, onClose, status, replaces }: AddPhotosDialogProps) {
  const description = replaces
    ? 'The old photo goes when the new one is kept.'
    : `Alone in the picture, with light from the front. At most ${MAX_PHOTOS} photos.`
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={replaces ? 'Replace a photo' : 'Add photos'}
      description={description}
      size="screen"
    >
      <AddPhotos status={status} replaces={replaces} onDone={onClose} />
    </Dialog>
  )
}
