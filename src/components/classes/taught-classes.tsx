'use client'

import { useQuery } from '@tanstack/react-query'
import { GraduationCap, Plus } from 'lucide-react'
import { useState } from 'react'
import { OwnInvitations } from '@/components/places/own-invitations'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Tabs } from '@/components/ui/tabs'
import { useErrorText } from '@/components/words/error-words'
import { ArchivedClasses } from './archived-classes'
import { ClassCard } from './class-card'
import { NewClassDialog } from './new-class-dialog'

interface TaughtClassesProps {
  initial: ApiOutput['classes']['taught']
  invitations: ApiOutput['places']['invitations']
}

export function TaughtClasses({ initial, invitations }: TaughtClassesProps) {
  const errorText = useErrorText()
  const trpc = useTRPC()
  const { data: classes, error } = useQuery(
    trpc.classes.taught.queryOptions(
      { archived: false },
      { initialData: initial, refetchOnWindowFocus: 'always' },
    ),
  )
  const [creating, setCreating] = useState(false)

  const newClass = (
    <Button onClick={() => setCreating(true)}>
      <Plus aria-hidden="true" />
      New class
    </Button>
  )

  return (
    <>
      <PageHeader title="Classes" actions={classes.length > 0 && newClass} />
      <OwnInvitations initial={invitations} />
      {error && (
        <Notice tone="caution" className="mb-4">
          {errorText(error)}
        </Notice>
      )}
      <Tabs
        label="Classes"
        tabs={[
          {
            value: 'current',
            label: 'Current',
            count: classes.length,
            content:
              classes.length === 0 ? (
                <EmptyState icon={<GraduationCap />} title="Make your first class" action={newClass}>
                  Give it a name. You get a code that lets your students join, and from then on a session
                  starts with one click.
                </EmptyState>
              ) : (
                <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
                  {classes.map((schoolClass) => (
                    <ClassCard key={schoolClass.id} schoolClass={schoolClass} />
                  ))}
                </div>
              ),
          },
          { value: 'archived', label: 'Archived', content: <ArchivedClasses /> },
        ]}
      />
      <NewClassDialog open={creating} onOpenChange={setCreating} />
    </>
  )
}
