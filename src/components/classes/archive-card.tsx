'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Archive, ArchiveRestore } from 'lucide-react'
import { useState } from 'react'
import { toast } from 'sonner'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { Card, CardHeader } from '@/components/ui/card'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { FormError } from '@/components/ui/form-error'
import { useErrorText } from '@/components/words/error-words'

/** Archives and restores the class. */
export function useArchive(classId: string) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const change = useMutation(trpc.classes.setArchived.mutationOptions())
  return {
    ...change,
    set: async (archived: boolean) => {
      await change.mutateAsync({ classId, archived })
      await queries.invalidateQueries(trpc.classes.pathFilter())
      toast.success(archived ? 'The class is archived.' : 'The class is restored.')
    },
  }
}

interface ArchiveCardProps {
  classId: string
  name: string
  archived: boolean
}

export function ArchiveCard({ classId, name, archived }: ArchiveCardProps) {
  const errorText = useErrorText()
  const archive = useArchive(classId)
  const [asking, setAsking] = useState(false)
  if (archived)
    return (
      <Card className="grid justify-items-start gap-3">
        <CardHeader
          className="mb-0"
          title="Restore the class"
          description="Its code works again and you can start sessions."
        />
        <FormError>{archive.error && errorText(archive.error)}</FormError>
        <Button
          variant="secondary"
          loading={archive.isPending}
          onClick={() => archive.set(false).catch(() => {})}
        >
          <ArchiveRestore aria-hidden="true" />
          Restore
        </Button>
      </Card>
    )
  return (
    <Card>
      <CardHeader
        title="Archive the class"
        description="For a class that is over. Its records stay, and you can restore it."
      />
      <Button variant="secondary" onClick={() => setAsking(true)}>
        <Archive aria-hidden="true" />
        Archive
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={`Archive ${name}?`}
        consequence="Nobody can join it, and no session can be started. Students no longer see it on their page; all records stay. You can restore it at any time."
        confirm="Archive class"
        tone="primary"
        onConfirm={() => archive.set(true)}
      />
    </Card>
  )
}
