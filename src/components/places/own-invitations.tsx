'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { UserPlus } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { toast } from 'sonner'
import { ActionError } from '@/components/providers/action-error'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'

type Invitation = ApiOutput['places']['invitations'][number]

/** Who asks the person to run a class with them; nothing where nobody does. */
export function OwnInvitations({ initial }: { initial: Invitation[] }) {
  const trpc = useTRPC()
  const { data } = useQuery(trpc.places.invitations.queryOptions(undefined, { initialData: initial }))
  if (data.length === 0) return null
  return (
    <section aria-label="Invitations" className="mb-6 grid gap-3">
      {data.map((invitation) => (
        <OwnInvitation key={invitation.id} invitation={invitation} />
      ))}
    </section>
  )
}

const obstacles = {
  YOUNGER_ACCOUNT:
    'Your account was made after this invitation. Ask for another one, so that it is sure who you are.',
  NO_TEACHER:
    'Your account is not a teacher’s yet: add that role under “What you are” on your account page, then you can accept.',
  MEMBER: 'You are a student of this class: leave it first, then you can accept.',
} as const

function OwnInvitation({ invitation: { id, by, place, obstacle } }: { invitation: Invitation }) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const router = useRouter()
  const reload = () => queries.invalidateQueries(trpc.places.invitations.pathFilter())
  const decline = useMutation(trpc.places.declineInvitation.mutationOptions({ onSuccess: reload }))
  const accept = useMutation(
    trpc.places.acceptInvitation.mutationOptions({
      onSuccess: async ({ placeId }) => {
        toast.success(`You run ${place} with ${by} now.`)
        await queries.invalidateQueries(trpc.classes.pathFilter())
        router.push(`/teach/classes/${placeId}`)
      },
    }),
  )
  const invitationId = id
  return (
    <Notice
      icon={<UserPlus />}
      title={`${by} asks you to run ${place} with them`}
      action={
        <div className="flex flex-wrap items-center gap-2">
          {obstacle === null && (
            <Button size="sm" loading={accept.isPending} onClick={() => accept.mutate({ invitationId })}>
              Accept
            </Button>
          )}
          {obstacle === 'NO_TEACHER' && (
            <LinkButton href="/account#roles" size="sm" variant="secondary">
              What you are
            </LinkButton>
          )}
          {obstacle === 'MEMBER' && (
            <LinkButton href="/study/classes" size="sm" variant="secondary">
              My classes
            </LinkButton>
          )}
          <Button
            size="sm"
            variant="ghost"
            loading={decline.isPending}
            onClick={() => decline.mutate({ invitationId })}
          >
            Decline
          </Button>
        </div>
      }
    >
      {obstacle ? obstacles[obstacle] : 'You would see its students, mark who is here and run its sessions.'}
      <ActionError error={accept.error ?? decline.error} />
    </Notice>
  )
}
