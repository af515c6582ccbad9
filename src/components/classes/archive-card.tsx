'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Archive, ArchiveRestore } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { Card, CardHeader } from '@/components/ui/card'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { FormError } from '@/components/ui/form-error'
import { toast } from '@/components/ui/toast'
import { useErrorText } from '@/components/words/error-words'

/** Archives and restores the class. */
export function useArchive(classId: string) {
  const t = useTranslations('classes')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const change = useMutation(trpc.classes.setArchived.mutationOptions())
  return {
    ...change,
    set: async (archived: boolean) => {
      await change.mutateAsync({ classId, archived })
      await queries.invalidateQueries(trpc.classes.pathFilter())
      toast.success(archived ? t('archive.done') : t('restore.done'))
    },
  }
}

interface ArchiveCardProps {
  classId: string
  name: string
  archived: boolean
}

export function ArchiveCard({ classId, name, archived }: ArchiveCardProps) {
  const t = useTranslations('classes')
  const errorText = useErrorText()
  const archive = useArchive(classId)
  const [asking, setAsking] = useState(false)
  if (archived)
    return (
      <Card className="grid justify-items-start gap-3">
        <CardHeader className="mb-0!" title={t('restore.title')} description={t('restore.hint')} />
        <FormError>{archive.error && errorText(archive.error)}</FormError>
        <Button
          variant="secondary"
          loading={archive.isPending}
          onClick={() => archive.set(false).catch(() => {})}
        >
          <ArchiveRestore aria-hidden="true" />
          {t('restore.button')}
        </Button>
      </Card>
    )
  return (
    <Card>
      <CardHeader title={t('archive.title')} description={t('archive.hint')} />
      <Button variant="secondary" onClick={() => setAsking(true)}>
        <Archive aria-hidden="true" />
        {t('archive.button')}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('archive.question', { name })}
        consequence={t('archive.consequence')}
        confirm={t('archive.confirm')}
        tone="primary"
        onConfirm={() => archive.set(true)}
      />
    </Card>
  )
}
