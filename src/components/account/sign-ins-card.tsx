'use client'

import { useMutation, useQuery } from '@tanstack/react-query'
import { MonitorCheck, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Badge } from '@/components/ui/badge'
import { Card, CardHeader } from '@/components/ui/card'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { ErrorState } from '@/components/ui/error-state'
import { IconButton } from '@/components/ui/icon-button'
import { ListSkeleton } from '@/components/ui/skeleton'
import { useTimeText } from '@/components/ui/time'
import { toast } from '@/components/ui/toast'
import { useErrorText } from '@/components/words/error-words'
import { SIGN_IN_HOURS } from '@/domain/sign-ins'
import { useDeviceName } from './device-name'

type SignIn = ApiOutput['account']['signIns'][number]

/** Where the account is signed in at this moment, and the way to end each sign-in but that of this browser. */
export function SignInsCard() {
  const t = useTranslations('account')
  const errorText = useErrorText()
  const trpc = useTRPC()
  const signIns = useQuery(trpc.account.signIns.queryOptions())
  return (
    <Card>
      <CardHeader title={t('signIns.title')} description={t('signIns.hint', { hours: SIGN_IN_HOURS })} />
      {signIns.isPending ? (
        <ListSkeleton rows={1} />
      ) : signIns.isError && !signIns.data ? (
        <ErrorState onRetry={signIns.refetch} retrying={signIns.isFetching}>
          {errorText(signIns.error)}
        </ErrorState>
      ) : (
        <ul className="divide-y">
          {signIns.data.map((signIn) => (
            <SignInRow key={signIn.id} signIn={signIn} onGone={signIns.refetch} />
          ))}
        </ul>
      )}
    </Card>
  )
}

function SignInRow({ signIn, onGone }: { signIn: SignIn; onGone: () => unknown }) {
  const t = useTranslations('account')
  const timeText = useTimeText()
  const name = useDeviceName(signIn)
  const trpc = useTRPC()
  const end = useMutation(trpc.account.endSignIn.mutationOptions())
  const [asking, setAsking] = useState(false)
  const { way, createdAt, lastUsedAt, current } = signIn
  const since = timeText(createdAt, undefined, 'dateTime')
  const used = timeText(lastUsedAt, undefined, 'dateTime')
  return (
    <li className="flex items-center gap-3 py-2.5">
      <MonitorCheck aria-hidden="true" className="size-5.5 shrink-0 text-accent-ink" />
      <div className="min-w-0 flex-1">
        <p className="font-semibold">{name}</p>
        <p className="text-muted text-sm">{t('signIns.began', { way, since })}</p>
        <p className="text-muted text-sm">{t('devices.lastUsed', { time: used })}</p>
      </div>
      {current ? (
        <Badge tone="accent">{t('signIns.this')}</Badge>
      ) : (
        <IconButton label={t('signIns.end.open', { name })} icon={<X />} onClick={() => setAsking(true)} />
      )}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('signIns.end.title', { name })}
        consequence={t('signIns.end.consequence')}
        confirm={t('signIns.end.confirm')}
        onConfirm={async () => {
          await end.mutateAsync({ signInId: signIn.id })
          await onGone()
          toast.success(t('signIns.end.done', { name }))
        }}
      />
    </li>
  )
}
