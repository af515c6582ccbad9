'use client'

import { useQuery } from '@tanstack/react-query'
import { ScanFace } from 'lucide-react'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Card, CardHeader } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { ListSkeleton } from '@/components/ui/skeleton'
import { useErrorText } from '@/components/words/error-words'
import { FindPerson } from './find-person'
import { PersonRow } from './person-row'

/** Everybody who takes part without their face, and the way to add somebody at the wish of their parents. */
export function PeopleWithoutFace() {
  const errorText = useErrorText()
  const trpc = useTRPC()
  const people = useQuery(trpc.faceOptOut.people.queryOptions())
  return (
    <Card className="lg:col-span-2">
      <CardHeader
        title="Without a face"
        description="These people clock in with a session’s code. Nothing made from their face is kept, except after too many misses: then photos stay, and nobody looks at them."
      />
      <FindPerson />
      {people.isPending ? (
        <ListSkeleton rows={2} />
      ) : people.isError ? (
        <ErrorState onRetry={people.refetch} retrying={people.isFetching}>
          {errorText(people.error)}
        </ErrorState>
      ) : people.data.length === 0 ? (
        <EmptyState icon={<ScanFace />} title="Nobody yet">
          Students switch their face off under “My face”; teachers do it on the list of their students.
        </EmptyState>
      ) : (
        <ul className="grid lg:grid-cols-2 lg:gap-x-10">
          {people.data.map((person) => (
            <PersonRow key={person.id} person={person} />
          ))}
        </ul>
      )}
    </Card>
  )
}
