'use client'

import { Dialog } from '@/components/ui/dialog'
import { MAX_PHOTOS, MIN_PHOTOS, PROPOSED_PHOTOS } from '@/domain/enrolment'
import { AddPhotos } from './add-photos'
import type { Advice, EnrolmentStatus } from './use-enrolment'

interface AddPhotosDialogProps {
  open: boolean
  onClose: () => void
  status: EnrolmentStatus
  advice: Advice
  /** The photo that the new one takes the place of. */
  replaces?: string | undefined
}

export function AddPhotosDialog({ open, onClose, status, advice, replaces }: AddPhotosDialogProps) {
  const description = replaces
    ? 'The old photo goes when the new one is kept.'
    : `Alone in the picture, with light from the front. ${PROPOSED_PHOTOS} photos are best, ${MIN_PHOTOS} are enough, ${MAX_PHOTOS} at most.`
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={replaces ? 'Replace a photo' : 'Add photos'}
      description={description}
      size="screen"
    >
      <AddPhotos status={status} advice={advice} replaces={replaces} onDone={onClose} />
    </Dialog>
  )
}
