'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Presentation, RefreshCw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { Card, CardHeader } from '@/components/ui/card'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { CopyButton } from '@/components/ui/copy-button'
import { LinkButton } from '@/components/ui/link-button'
import { QrCode } from '@/components/ui/qr-code'
import { Skeleton } from '@/components/ui/skeleton'
import { toast } from '@/components/ui/toast'
import { JoinCode } from '../places/join-code'
import { OnlyHere } from '../places/only-here'
import { useJoinLink } from './use-join-link'

interface JoinPanelProps {
  classId: string
  name: string
  joinCode: string
}

export function JoinPanel({ classId, name, joinCode }: JoinPanelProps) {
  const t = useTranslations('classes')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const link = useJoinLink(joinCode)
  const [asking, setAsking] = useState(false)
  const renew = useMutation(trpc.classes.regenerateCode.mutationOptions())

  async function newCode() {
    await renew.mutateAsync({ classId })
    await queries.invalidateQueries(trpc.classes.pathFilter())
    toast.success(t('join.done'))
  }

  return (
    <Card>
      <CardHeader title={t('join.title')} description={t('join.hint')} />
      <div className="flex flex-col items-center gap-3">
        {link ? (
          <QrCode value={link.url} label={t('join.picture', { name })} size={216} />
        ) : (
          <Skeleton className="size-54!" />
        )}
        <JoinCode code={joinCode} className="text-4xl" />
        <div className="flex w-full flex-wrap justify-center gap-2">
          <CopyButton text={link?.url ?? ''} label={t('join.copyLink')} />
          <CopyButton text={joinCode} label={t('join.copyCode')} />
        </div>
        <div className="flex w-full flex-wrap justify-center gap-2 border-t pt-3">
          <LinkButton href={`/teach/classes/${classId}/code`} variant="ghost" size="sm">
            <Presentation aria-hidden="true" />
            {t('join.project')}
          </LinkButton>
          <Button variant="ghost" size="sm" onClick={() => setAsking(true)}>
            <RefreshCw aria-hidden="true" />
            {t('join.newCode')}
          </Button>
        </div>
        <OnlyHere link={link}>{t('join.onlyHere')}</OnlyHere>
      </div>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('join.question')}
        consequence={t('join.consequence')}
        confirm={t('join.confirm')}
        tone="primary"
        onConfirm={newCode}
      />
    </Card>
  )
}
