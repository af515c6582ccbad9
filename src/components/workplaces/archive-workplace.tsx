'use client'

import { useMutation } from '@tanstack/react-query'
import { Archive, ArchiveRestore } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActionError } from '@/components/providers/action-error'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { Card, CardHeader } from '@/components/ui/card'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { toast } from '@/components/ui/toast'
import { useReload } from './use-reload'

interface ArchiveWorkplaceProps {
  workplaceId: string
  name: string
  archived: boolean
}

export function ArchiveWorkplace({ workplaceId, name, archived }: ArchiveWorkplaceProps) {
  const t = useTranslations('workplaces')
  const trpc = useTRPC()
  const reload = useReload()
  const change = useMutation(trpc.workplaces.setArchived.mutationOptions())
  const [asking, setAsking] = useState(false)

  async function set(wanted: boolean) {
    await change.mutateAsync({ workplaceId, archived: wanted })
    await reload()
    toast.success(wanted ? t('archive.done') : t('restore.done'))
  }

  if (archived)
    return (
      <Card>
        <CardHeader title={t('restore.title')} description={t('restore.hint')} />
        <ActionError error={change.error} />
        <Button variant="secondary" loading={change.isPending} onClick={() => set(false).catch(() => {})}>
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
        onConfirm={() => set(true)}
      />
    </Card>
  )
}
