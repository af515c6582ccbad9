'use client'

import { useTranslations } from 'next-intl'
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
  const t = useTranslations('enrolment')
  const description = replaces
    ? t('add.replaceHint')
    : t('add.hint', { proposed: PROPOSED_PHOTOS, min: MIN_PHOTOS, max: MAX_PHOTOS })
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={replaces ? t('add.replaceTitle') : t('add.title')}
      description={description}
      size="screen"
    >
      <AddPhotos status={status} advice={advice} replaces={replaces} onDone={onClose} />
    </Dialog>
  )
}
