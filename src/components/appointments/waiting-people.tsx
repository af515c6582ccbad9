'use client'

import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActionError } from '@/components/providers/action-error'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { Card, CardHeader } from '@/components/ui/card'
import { EmailAddress } from '@/components/ui/email-address'
import { useTimeText } from '@/components/ui/time'
import { toast } from '@/components/ui/toast'
import { HandedLink } from './handed-link'

type Request = ApiOutput['appointments']['waiting']['items'][number]
type Forgotten = ApiOutput['passwordReset']['waiting'][number]

const often = { refetchInterval: 30_000 }

/** Who waits for an administrator: to teach or to employ, or for a new password; nothing where nobody does. */
export function WaitingPeople() {
  const t = useTranslations('appointments')
  const lists = useTranslations('lists')
  const trpc = useTRPC()
  const requests = useInfiniteQuery(
    trpc.appointments.waiting.infiniteQueryOptions(
      {},
      { getNextPageParam: ({ nextCursor }) => nextCursor, ...often },
    ),
  )
  const forgotten = useQuery(trpc.passwordReset.waiting.queryOptions(undefined, often))
  const error = requests.error ?? forgotten.error
  const [made, setMade] = useState<{ path: string; name: string } | null>(null)
  if (error) return <ActionError error={error} />
  const asking = requests.data?.pages.flatMap(({ items }) => items) ?? []
  const without = forgotten.data ?? []
  // Drawn here, because the row it was made from goes as soon as the link is there.
  const link = made && (
    <HandedLink
      path={made.path}
      about={t('link.password', { name: made.name })}
      onClose={() => setMade(null)}
    />
  )
  if (asking.length + without.length === 0) return link
  return (
    <Card className="mb-6">
      {link}
      <CardHeader title={t('waiting.title')} description={t('waiting.hint')} />
      <ul className="divide-y">
        {asking.map((request) => (
          <RequestRow key={request.id} request={request} />
        ))}
        {without.map((one) => (
          <ForgottenRow key={one.person.id} forgotten={one} onLink={setMade} />
        ))}
      </ul>
      {requests.hasNextPage && (
        <Button
          variant="secondary"
          loading={requests.isFetchingNextPage}
          onClick={() => void requests.fetchNextPage()}
        >
          {lists('more')}
        </Button>
      )}
    </Card>
  )
}

interface WhoProps {
  person: Request['person']
  what: string
}

function Who({ person, what }: WhoProps) {
  return (
    <div className="min-w-0 flex-1 basis-60">
      <p className="font-semibold">{person.name}</p>
      <p className="text-muted text-sm">
        <EmailAddress>{person.email}</EmailAddress>
      </p>
      <p className="text-muted text-sm">{what}</p>
    </div>
  )
}

function RequestRow({ request: { id, role, askedAt, person, confirmed } }: { request: Request }) {
  const t = useTranslations('appointments')
  const timeText = useTimeText()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const decide = useMutation(
    trpc.appointments.decide.mutationOptions({
      onSuccess: async (_, { granted }) => {
        toast.success(t(granted ? 'waiting.granted' : 'waiting.refused', { name: person.name, role }))
        await Promise.all([
          queries.invalidateQueries(trpc.appointments.pathFilter()),
          queries.invalidateQueries(trpc.admin.needs.pathFilter()),
        ])
      },
    }),
  )
  const since = timeText(askedAt, undefined, 'dateTime')
  return (
    <li className="flex flex-wrap items-center gap-3 py-3">
      <Who
        person={person}
        what={t('waiting.wants', { role, since, confirmed: confirmed === false ? 'no' : 'yes' })}
      />
      <div className="flex gap-2">
        <Button
          size="sm"
          loading={decide.isPending && decide.variables.granted}
          disabled={decide.isPending}
          onClick={() => decide.mutate({ requestId: id, granted: true })}
          aria-label={t('waiting.grantNamed', { name: person.name })}
        >
          {t('waiting.grant')}
        </Button>
        <Button
          size="sm"
          variant="ghost"
          loading={decide.isPending && !decide.variables.granted}
          disabled={decide.isPending}
          onClick={() => decide.mutate({ requestId: id, granted: false })}
          aria-label={t('waiting.refuseNamed', { name: person.name })}
        >
          {t('waiting.refuse')}
        </Button>
      </div>
      <ActionError error={decide.error} />
    </li>
  )
}

interface ForgottenRowProps {
  forgotten: Forgotten
  onLink: (made: { path: string; name: string }) => void
}

function ForgottenRow({ forgotten: { person, askedAt }, onLink }: ForgottenRowProps) {
  const t = useTranslations('appointments')
  const timeText = useTimeText()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const make = useMutation(
    trpc.passwordReset.handOut.mutationOptions({
      onSuccess: async ({ path }) => {
        if (path) onLink({ path, name: person.name })
        await Promise.all([
          queries.invalidateQueries(trpc.passwordReset.pathFilter()),
          queries.invalidateQueries(trpc.admin.needs.pathFilter()),
        ])
      },
    }),
  )
  return (
    <li className="flex flex-wrap items-center gap-3 py-3">
      <Who person={person} what={t('waiting.forgot', { since: timeText(askedAt, undefined, 'dateTime') })} />
      <Button
        size="sm"
        variant="secondary"
        loading={make.isPending}
        onClick={() => make.mutate({ userId: person.id })}
        aria-label={t('waiting.makeLinkNamed', { name: person.name })}
      >
        {t('waiting.makeLink')}
      </Button>
      <ActionError error={make.error} />
    </li>
  )
}
