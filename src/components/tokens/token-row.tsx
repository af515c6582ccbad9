'use client'

import { useMutation } from '@tanstack/react-query'
import { KeyRound, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Badge } from '@/components/ui/badge'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { IconButton } from '@/components/ui/icon-button'
import { useTimeText } from '@/components/ui/time'
import { toast } from '@/components/ui/toast'

interface TokenRowProps {
  token: ApiOutput['tokens']['list'][number]
  expired: boolean
  onGone: () => unknown
}

export function TokenRow({ token, expired, onGone }: TokenRowProps) {
  const t = useTranslations('tokens')
  const timeText = useTimeText()
  const trpc = useTRPC()
  const revoke = useMutation(trpc.tokens.revoke.mutationOptions())
  const [asking, setAsking] = useState(false)
  const { name, scopes, lastUsedAt, expiresAt } = token

  async function end() {
    await revoke.mutateAsync({ tokenId: token.id })
    await onGone()
    toast.success(t('revoke.done', { name }))
  }

  return (
    <li className="flex items-start gap-3 py-2.5">
      <KeyRound aria-hidden="true" className="mt-1 size-5.5 shrink-0 text-accent-ink" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2 font-semibold wrap-anywhere">
          {name}
          {expired && <Badge tone="caution">{t('expired')}</Badge>}
        </p>
        <p className="text-muted text-sm">
          {lastUsedAt ? t('lastUsed', { when: timeText(lastUsedAt, undefined, 'dateTime') }) : t('neverUsed')}
        </p>
        <p className="text-muted text-sm">{t('until', { date: timeText(expiresAt, undefined, 'date') })}</p>
        <details className="text-sm">
          <summary className="cursor-pointer py-1 text-muted">{t('may', { count: scopes.length })}</summary>
          <ul className="list-disc ps-5">
            {scopes.map((scope) => (
              <li key={scope}>{t(`scope.${scope}`)}</li>
            ))}
          </ul>
        </details>
      </div>
      <IconButton label={t('revoke.open', { name })} icon={<Trash2 />} onClick={() => setAsking(true)} />
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('revoke.title', { name })}
        consequence={t('revoke.consequence')}
        confirm={t('revoke.confirm')}
        onConfirm={end}
      />
    </li>
  )
}
