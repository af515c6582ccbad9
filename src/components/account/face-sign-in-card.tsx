'use client'

import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActionError } from '@/components/providers/action-error'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Card, CardHeader } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import { ErrorState } from '@/components/ui/error-state'
import { Notice } from '@/components/ui/notice'
import { Skeleton } from '@/components/ui/skeleton'
import { TextLink } from '@/components/ui/text-link'
import { toast } from '@/components/ui/toast'
import { useErrorText, useErrorWords } from '@/components/words/error-words'
import type { ErrorCode } from '@/domain/errors'

/** Why no face signs in at the moment; whoever switched it on may still switch it off. */
function useWhyNot(
  settings: { faceOff: boolean; obstacle: ErrorCode | null } | undefined,
): string | undefined {
  const t = useTranslations('account')
  const words = useErrorWords()
  if (settings?.faceOff) return t('faceSignIn.off')
  return settings?.obstacle ? words.ofCode(settings.obstacle).text : undefined
}

/** Whether a look into the camera may stand for the password. */
export function FaceSignInCard({ facePage }: { facePage: string }) {
  const t = useTranslations('account')
  const errorText = useErrorText()
  const trpc = useTRPC()
  const settings = useQuery(trpc.faceSignIn.settings.queryOptions())
  // What was just chosen stands at once: the box must not jump back until the server has answered.
  const [wanted, setWanted] = useState<boolean | null>(null)
  const change = useMutation(
    trpc.faceSignIn.set.mutationOptions({
      onSuccess: async (_, { on }) => {
        await settings.refetch()
        toast.success(on ? t('faceSignIn.switchedOn') : t('faceSignIn.switchedOff'))
      },
      onSettled: () => setWanted(null),
    }),
  )
  const reason = useWhyNot(settings.data)
  return (
    <Card>
      <CardHeader title={t('faceSignIn.title')} description={t('faceSignIn.hint')} />
      {settings.isPending ? (
        <Skeleton className="h-11!" />
      ) : settings.isError ? (
        <ErrorState onRetry={settings.refetch} retrying={settings.isFetching}>
          {errorText(settings.error)}
        </ErrorState>
      ) : reason && !settings.data.on ? (
        <Notice tone="neutral">
          {reason}{' '}
          {!settings.data.faceOff && settings.data.obstacle === 'auth.face_enrol_first' && (
            <TextLink href={facePage}>{t('faceSignIn.myFace')}</TextLink>
          )}
        </Notice>
      ) : (
        <>
          <Checkbox
            label={t('faceSignIn.allow')}
            hint={reason}
            checked={wanted ?? settings.data.on}
            disabled={change.isPending}
            onChange={(event) => {
              setWanted(event.target.checked)
              change.mutate({ on: event.target.checked })
            }}
          />
          <ActionError error={change.error} />
        </>
      )}
    </Card>
  )
}
