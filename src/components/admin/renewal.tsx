'use client'

import { useQuery } from '@tanstack/react-query'
import { TriangleAlert } from 'lucide-react'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Card, CardHeader } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { Progress } from '@/components/ui/progress'

const WHILE_RUNNING_MS = 2_000
const OTHERWISE_MS = 30_000

const number = new Intl.NumberFormat('en')

/** How far the kept photos have been read anew since another recogniser is in use; nothing where it never changed. */
export function Renewal() {
  const trpc = useTRPC()
  const { data } = useQuery(
    trpc.admin.renewal.queryOptions(undefined, {
      refetchInterval: ({ state }) => (state.data?.running ? WHILE_RUNNING_MS : OTHERWISE_MS),
    }),
  )
  if (!data || (data.total === 0 && data.toEnrolAgain === 0)) return null
  return <RenewalCard {...data} />
}

function RenewalCard(renewal: ApiOutput['admin']['renewal']) {
  const { total, done, faceless, toEnrolAgain } = renewal
  const finished = done === total
  return (
    <Card className="grid gap-4">
      <CardHeader
        title="Another recogniser"
        description="Templates of one recogniser say nothing to another. It makes its own from the photos that are kept."
        className="mb-0"
      />
      {total > 0 && (
        <div className="grid gap-2">
          {!finished && <Progress label="Kept photos read anew" value={done / total} />}
          <p className="tabular-nums">
            {number.format(done)} of {number.format(total)} photos read anew
          </p>
          <p className="text-muted text-sm">{standing(renewal)}</p>
        </div>
      )}
      {toEnrolAgain > 0 && (
        <Notice tone="caution" icon={<TriangleAlert />} title={peopleText(toEnrolAgain)}>
          {faceless > 0
            ? 'Their photos are not kept, or no face was found in them.'
            : 'Their photos are not kept.'}{' '}
          Their own page tells them to take new ones. Until then they clock in with the session’s code, or a
          teacher marks them.
        </Notice>
      )}
    </Card>
  )
}

function standing({ total, done, running, faceless }: ApiOutput['admin']['renewal']): string {
  if (running) return 'People who clock in go first. This goes on by itself, also after a restart.'
  if (done < total) return 'The rest is tried again within the hour, and whenever somebody clocks in.'
  if (faceless === 0) return 'Nobody whose photos are kept has to enrol again.'
  return `No face was found in ${number.format(faceless)} of them.`
}

function peopleText(count: number): string {
  return count === 1 ? 'One person has to enrol again' : `${number.format(count)} people have to enrol again`
}
