'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { UserMinus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '@/components/providers/trpc-provider'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { IconButton } from '@/components/ui/icon-button'
import { toast } from '@/components/ui/toast'

interface RemoveStudentProps {
  classId: string
  student: { id: string; name: string }
}

export function RemoveStudent({ classId, student: { id, name } }: RemoveStudentProps) {
  const t = useTranslations('classes')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const remove = useMutation(trpc.places.removeMember.mutationOptions())

  async function act() {
    await remove.mutateAsync({ placeId: classId, userId: id })
    await Promise.all(
      [trpc.classes, trpc.sessions].map((changed) => queries.invalidateQueries(changed.pathFilter())),
    )
    toast.success(t('remove.done', { name }))
  }

  return (
    <>
      <IconButton label={t('remove.label', { name })} icon={<UserMinus />} onClick={() => setAsking(true)} />
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('remove.question', { name })}
        consequence={t('remove.consequence')}
        confirm={t('remove.confirm')}
        onConfirm={act}
      />
    </>
  )
}
