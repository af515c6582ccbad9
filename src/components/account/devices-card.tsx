'use client'

import { useMutation, useQuery } from '@tanstack/react-query'
import { MonitorSmartphone, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActionError } from '@/components/providers/action-error'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card, CardHeader } from '@/components/ui/card'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { ErrorState } from '@/components/ui/error-state'
import { IconButton } from '@/components/ui/icon-button'
import { ListSkeleton } from '@/components/ui/skeleton'
import { useTimeText } from '@/components/ui/time'
import { toast } from '@/components/ui/toast'
import { useErrorText } from '@/components/words/error-words'
import { DEVICE_DAYS } from '@/domain/device'
import { useDeviceName } from './device-name'

type Device = ApiOutput['account']['devices'][number]

/** The browsers in which the account signed in with its password, and the way to make one a stranger again. */
export function DevicesCard() {
  const t = useTranslations('account')
  const errorText = useErrorText()
  const trpc = useTRPC()
  const devices = useQuery(trpc.account.devices.queryOptions())
  const [asking, setAsking] = useState(false)
  const revokeAll = useMutation(trpc.account.revokeAllDevices.mutationOptions())

  async function forgetAll() {
    await revokeAll.mutateAsync()
    await devices.refetch()
    toast.success(t('devices.forgotten'))
  }

  return (
    <Card>
      <CardHeader title={t('devices.title')} description={t('devices.hint', { days: DEVICE_DAYS })} />
      {devices.isPending ? (
        <ListSkeleton rows={2} />
      ) : devices.isError && !devices.data ? (
        <ErrorState onRetry={devices.refetch} retrying={devices.isFetching}>
          {errorText(devices.error)}
        </ErrorState>
      ) : devices.data.length === 0 ? (
        <p className="text-muted">{t('devices.none')}</p>
      ) : (
        <>
          <ul className="divide-y">
            {devices.data.map((device) => (
              <DeviceRow key={device.id} device={device} onGone={devices.refetch} />
            ))}
          </ul>
          <Button variant="ghost" size="sm" className="mt-3 -ms-3" onClick={() => setAsking(true)}>
            {t('devices.forgetAll')}
          </Button>
        </>
      )}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('devices.forgetAllAsk')}
        consequence={t('devices.forgetAllConsequence')}
        confirm={t('devices.forgetAll')}
        onConfirm={forgetAll}
      />
    </Card>
  )
}

function DeviceRow({ device, onGone }: { device: Device; onGone: () => unknown }) {
  const t = useTranslations('account')
  const timeText = useTimeText()
  const name = useDeviceName(device)
  const trpc = useTRPC()
  const revoke = useMutation(trpc.account.revokeDevice.mutationOptions({ onSuccess: onGone }))
  return (
    <li className="py-2.5">
      <div className="flex items-center gap-3">
        <MonitorSmartphone aria-hidden="true" className="size-5.5 shrink-0 text-accent-ink" />
        <div className="min-w-0 flex-1">
          <p className="font-semibold">{name}</p>
          <p className="text-muted text-sm">
            {t('devices.lastUsed', { time: timeText(device.lastUsedAt, undefined, 'dateTime') })}
          </p>
        </div>
        {device.current && <Badge tone="accent">{t('devices.this')}</Badge>}
        <IconButton
          label={t('devices.forget', { name })}
          icon={<X />}
          disabled={revoke.isPending}
          onClick={() => revoke.mutate({ deviceId: device.id })}
        />
      </div>
      <ActionError error={revoke.error} />
    </li>
  )
}
