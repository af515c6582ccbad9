'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { UserPlus } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { ActionError } from '@/components/providers/action-error'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { toast } from '@/components/ui/toast'
import { pageOfKind } from './place-kind'

type Invitation = ApiOutput['places']['invitations'][number]

/** Who asks the person to run a class or a workplace with them; nothing where nobody does. */
export function OwnInvitations({ initial }: { initial: Invitation[] }) {
  const t = useTranslations('places')
  const trpc = useTRPC()
  const { data } = useQuery(trpc.places.invitations.queryOptions(undefined, { initialData: initial }))
  if (data.length === 0) return null
  return (
    <section aria-label={t('ownInvitations.title')} className="mb-6 grid gap-3">
      {data.map((invitation) => (
        <OwnInvitation key={invitation.id} invitation={invitation} />
      ))}
    </section>
  )
}

function OwnInvitation({ invitation: { id, by, place, kind, obstacle } }: { invitation: Invitation }) {
  const t = useTranslations('places')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const router = useRouter()
  const reload = () => queries.invalidateQueries(trpc.places.invitations.pathFilter())
  const decline = useMutation(trpc.places.declineInvitation.mutationOptions({ onSuccess: reload }))
  const accept = useMutation(
    trpc.places.acceptInvitation.mutationOptions({
      onSuccess: async ({ placeId, kind }) => {
        toast.success(t('ownInvitations.accepted', { place, by }))
        await queries.invalidateQueries(trpc.classes.pathFilter())
        await queries.invalidateQueries(trpc.workplaces.pathFilter())
        router.push(`${pageOfKind[kind]}/${placeId}`)
      },
    }),
  )
  const invitationId = id
  return (
    <Notice
      icon={<UserPlus />}
      title={t('ownInvitations.asks', { by, place })}
      action={
        <div className="flex flex-wrap items-center gap-2">
          {obstacle === null && (
            <Button size="sm" loading={accept.isPending} onClick={() => accept.mutate({ invitationId })}>
              {t('ownInvitations.accept')}
            </Button>
          )}
          {(obstacle === 'NO_TEACHER' || obstacle === 'NO_EMPLOYER') && (
            <LinkButton href="/account#roles" size="sm" variant="secondary">
              {t('ownInvitations.roles')}
            </LinkButton>
          )}
          {obstacle === 'MEMBER' && kind === 'CLASS' && (
            <LinkButton href="/study/classes" size="sm" variant="secondary">
              {t('ownInvitations.myClasses')}
            </LinkButton>
          )}
          <Button
            size="sm"
            variant="ghost"
            loading={decline.isPending}
            onClick={() => decline.mutate({ invitationId })}
          >
            {t('ownInvitations.decline')}
          </Button>
        </div>
      }
    >
      {obstacle ? t(`ownInvitations.obstacle.${obstacle}`, { kind }) : t('ownInvitations.meaning', { kind })}
      <ActionError error={accept.error ?? decline.error} />
    </Notice>
  )
}
