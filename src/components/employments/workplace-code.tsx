'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { JoinCode } from '@/components/places/join-code'
import { usePageLink } from '@/components/places/use-page-link'
import { ActionError } from '@/components/providers/action-error'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { Card, CardHeader } from '@/components/ui/card'
import { CopyButton } from '@/components/ui/copy-button'
import { QrCode } from '@/components/ui/qr-code'
import type { TeamPlace } from './team-place'
import { useReloadTeam } from './use-reload-team'

/** The code by which people join, where an employer wants one. */
export function WorkplaceCode({ workplace: { id: workplaceId, name, joinCode } }: { workplace: TeamPlace }) {
  const t = useTranslations('employments')
  const trpc = useTRPC()
  const reload = useReloadTeam()
  const link = usePageLink(`/work/join/${joinCode ?? ''}`)
  const change = useMutation(trpc.workplaces.setJoinCode.mutationOptions({ onSuccess: reload }))
  const set = (on: boolean) => change.mutate({ workplaceId, on })
  return (
    <Card>
      <CardHeader title={t('code.title')} description={joinCode ? t('code.hint') : t('code.off')} />
      {joinCode && link && (
        <div className="mb-3 flex flex-col items-center gap-3">
          <QrCode value={link.url} label={t('code.picture', { name })} size={180} />
          <JoinCode code={joinCode} className="text-3xl" />
          <CopyButton text={link.url} label={t('link.copy')} />
        </div>
      )}
      <div className="flex flex-wrap gap-2">
        <Button variant="secondary" size="sm" loading={change.isPending} onClick={() => set(true)}>
          {joinCode ? t('code.renew') : t('code.make')}
        </Button>
        {joinCode && (
          <Button variant="ghost" size="sm" onClick={() => set(false)}>
            {t('code.remove')}
          </Button>
        )}
      </div>
      <ActionError error={change.error} />
    </Card>
  )
}
