'use client'

import { useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Card, CardHeader } from '@/components/ui/card'
import { ErrorState } from '@/components/ui/error-state'
import { ListSkeleton } from '@/components/ui/skeleton'
import { useErrorText } from '@/components/words/error-words'
import { InvitationRow } from './invitation-row'
import { InviteLeader } from './invite-leader'
import { LeaderRow } from './leader-row'
import { homeOfKind, type PlaceKind } from './place-kind'

interface LeadersCardProps {
  placeId: string
  kind: PlaceKind
  name: string
}

/** Who runs a place: its owner invites others, hands it over or takes somebody off; whoever assists may leave. */
export function LeadersCard({ placeId, kind, name }: LeadersCardProps) {
  const t = useTranslations('places')
  const errorText = useErrorText()
  const trpc = useTRPC()
  const router = useRouter()
  const query = useQuery(trpc.places.leaders.queryOptions({ placeId }))
  if (query.isPending) return <ListSkeleton rows={2} />
  if (query.isError && !query.data)
    return (
      <ErrorState onRetry={query.refetch} retrying={query.isFetching}>
        {errorText(query.error)}
      </ErrorState>
    )
  const { owns, leaders, invitations } = query.data
  return (
    <Card>
      <CardHeader
        title={t('leaders.title', { kind })}
        description={owns ? t('leaders.ownerHint', { kind }) : t('leaders.assistantHint', { kind })}
      />
      <ul className="divide-y">
        {leaders.map((leader) => (
          <LeaderRow
            key={leader.id}
            place={{ placeId, kind, name }}
            leader={leader}
            owns={owns}
            onLeft={() => router.push(homeOfKind[kind])}
          />
        ))}
        {invitations.map((invitation) => (
          <InvitationRow key={invitation.id} invitation={invitation} />
        ))}
      </ul>
      {owns && <InviteLeader placeId={placeId} kind={kind} />}
    </Card>
  )
}
