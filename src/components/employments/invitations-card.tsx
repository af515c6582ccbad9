'use client'

import { useMutation, useQuery } from '@tanstack/react-query'
import { Link2, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ActionError } from '@/components/providers/action-error'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Card, CardHeader } from '@/components/ui/card'
import { IconButton } from '@/components/ui/icon-button'
import { useDayText } from '@/components/words/calendar-day'
import { useReloadTeam } from './use-reload-team'
import type { WorkLink } from './work-link-dialog'

interface InvitationsCardProps {
  workplaceId: string
  onLink: (link: WorkLink) => void
}

/** Who was asked to work here and has not answered; nothing while there is nobody. */
export function InvitationsCard({ workplaceId, onLink }: InvitationsCardProps) {
  const t = useTranslations('employments')
  const dayText = useDayText()
  const trpc = useTRPC()
  const reload = useReloadTeam()
  const { data } = useQuery(
    trpc.employments.invitations.queryOptions({ workplaceId }, { refetchInterval: 15_000 }),
  )
  const renew = useMutation(trpc.employments.renewLink.mutationOptions({ onSuccess: onLink }))
  const withdraw = useMutation(trpc.employments.withdraw.mutationOptions({ onSettled: reload }))
  if (!data || data.length === 0) return null
  return (
    <Card>
      <CardHeader title={t('invitations.title')} />
      <ul className="max-h-96 divide-y overflow-y-auto">
        {data.map(({ id, name, email, jobTitle, startedOn, expiresAt }) => {
          const called = name || email || jobTitle || t('invitations.byLink')
          const until = dayText(expiresAt.toISOString().slice(0, 10))
          return (
            <li key={id} className="flex items-center gap-1 py-2">
              <div className="min-w-0 flex-1">
                <p className="wrap-anywhere font-semibold">{called}</p>
                <p className="wrap-anywhere text-muted text-sm">
                  {t('invitations.until', { day: dayText(startedOn), end: until })}
                </p>
              </div>
              <IconButton
                label={t('invitations.newLink', { name: called })}
                icon={<Link2 />}
                onClick={() => renew.mutate({ workInvitationId: id })}
              />
              <IconButton
                label={t('invitations.withdraw', { name: called })}
                icon={<X />}
                onClick={() => withdraw.mutate({ workInvitationId: id })}
              />
            </li>
          )
        })}
      </ul>
      <ActionError error={renew.error ?? withdraw.error} />
    </Card>
  )
}
