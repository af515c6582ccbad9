'use client'

import { useMutation } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { MIN_PHOTOS } from '@/domain/enrolment'
import { useEnrolmentChange } from './use-enrolment'

interface DeletePhotoDialogProps {
  photoId: string
  /** How many photos remain. */
  left: number
  open: boolean
  onOpenChange: (open: boolean) => void
}

export function DeletePhotoDialog({ photoId, left, open, onOpenChange }: DeletePhotoDialogProps) {
  const t = useTranslations('enrolment')
  const trpc = useTRPC()
  const changed = useEnrolmentChange()
  const { mutateAsync } = useMutation(trpc.enrolment.deletePhoto.mutationOptions())

  async function confirm() {
    await mutateAsync({ photoId })
    await changed()
  }

  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('delete.one.title')}
      consequence={
        left >= MIN_PHOTOS ? t('delete.one.enough', { left }) : t('delete.one.few', { min: MIN_PHOTOS })
      }
      confirm={t('delete.one.act')}
      onConfirm={confirm}
    />
  )
}

export function DeleteAllPhotos() {
  const t = useTranslations('enrolment')
  const trpc = useTRPC()
  const changed = useEnrolmentChange()
  const [asking, setAsking] = useState(false)
  const { mutateAsync } = useMutation(trpc.enrolment.deleteAllPhotos.mutationOptions())

  async function confirm() {
    await mutateAsync()
    await changed()
  }

  return (
    <>
      <Button variant="ghost" className="max-sm:grow" onClick={() => setAsking(true)}>
        <Trash2 aria-hidden="true" />
        {t('delete.all.open')}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('delete.all.title')}
        consequence={t('delete.all.text')}
        confirm={t('delete.all.act')}
        onConfirm={confirm}
      />
    </>
  )
}
