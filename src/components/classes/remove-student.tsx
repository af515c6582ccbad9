'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { UserMinus } from 'lucide-react'
import { useState } from 'react'
import { toast } from 'sonner'
import { useTRPC } from '@/components/providers/trpc-provider'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { IconButton } from '@/components/ui/icon-button'

interface RemoveStudentProps {
  classId: string
  student: { id: string; name: string }
}

export function RemoveStudent({ classId, student: { id, name } }: RemoveStudentProps) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const remove = useMutation(trpc.places.removeMember.mutationOptions())

  async function act() {
    await remove.mutateAsync({ placeId: classId, userId: id })
    await Promise.all(
      [trpc.classes, trpc.sessions].map((changed) => queries.invalidateQueries(changed.pathFilter())),
    )
    toast.success(`${name} is no longer in the class.`)
  }

  return (
    <>
      <IconButton label={`Remove ${name}`} icon={<UserMinus />} onClick={() => setAsking(true)} />
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={`Remove ${name}?`}
        consequence="They leave the class and can no longer clock in. Their records so far stay. With the code they can join again."
        confirm="Remove student"
        onConfirm={act}
      />
    </>
  )
}
