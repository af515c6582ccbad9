'use client'

import { useQuery } from '@tanstack/react-query'
import { ScanFace } from 'lucide-react'
import { useTranslations } from 'next-intl'
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
  const t = useTranslations('face-opt-out')
  const errorText = useErrorText()
  const trpc = useTRPC()
  const people = useQuery(trpc.faceOptOut.people.queryOptions())
  return (
    <Card className="lg:col-span-2">
      <CardHeader title={t('people.title')} description={t('people.hint')} />
      <FindPerson />
      {people.isPending ? (
        <ListSkeleton rows={2} />
      ) : people.isError ? (
        <ErrorState onRetry={people.refetch} retrying={people.isFetching}>
          {errorText(people.error)}
        </ErrorState>
      ) : people.data.length === 0 ? (
        <EmptyState icon={<ScanFace />} title={t('people.none.title')}>
          {t('people.none.text')}
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
