'use client'

import { useMutation } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
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
      title="Delete this photo?"
      consequence={
        left >= MIN_PHOTOS
          ? `It is erased with its template. ${left} photos remain, so you can still clock in with your face.`
          : `It is erased with its template. With fewer than ${MIN_PHOTOS} photos you cannot clock in with your face, until you add another.`
      }
      confirm="Delete photo"
      onConfirm={confirm}
    />
  )
}

export function DeleteAllPhotos() {
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
        Delete all
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Delete all your photos?"
        consequence="They are erased with their templates. You cannot clock in with your face until you add photos again. Snapshots of earlier checks stay until their time is over; withdrawing your consent erases those too."
        confirm="Delete all photos"
        onConfirm={confirm}
      />
    </>
  )
}
