'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Mail, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ActionError } from '@/components/providers/action-error'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Badge } from '@/components/ui/badge'
import { EmailAddress } from '@/components/ui/email-address'
import { IconButton } from '@/components/ui/icon-button'

/** Somebody who was asked and has not answered yet. */
export function InvitationRow({
  invitation: { id, email },
}: {
  invitation: ApiOutput['places']['leaders']['invitations'][number]
}) {
  const t = useTranslations('places')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const withdraw = useMutation(
    trpc.places.withdrawInvitation.mutationOptions({
      onSettled: () => queries.invalidateQueries(trpc.places.leaders.pathFilter()),
    }),
  )
  return (
    <li className="py-3">
      <div className="flex items-center gap-3">
        <Mail aria-hidden="true" className="size-5.5 shrink-0 text-muted" />
        <p className="min-w-0 flex-1">
          <EmailAddress>{email}</EmailAddress>
        </p>
        <Badge>{t('invitation.invited')}</Badge>
        <IconButton
          label={t('invitation.withdraw', { email })}
          icon={<X />}
          onClick={() => withdraw.mutate({ invitationId: id })}
        />
      </div>
      <ActionError error={withdraw.error} />
    </li>
  )
}
