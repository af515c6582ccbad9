'use client'

import { useQuery } from '@tanstack/react-query'
import { GraduationCap, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useAddress } from '@/components/lists/use-filters'
import { OwnInvitations } from '@/components/places/own-invitations'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { NotTakenList } from '@/components/sessions/not-taken-list'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { whenOpened } from '@/components/ui/later'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Tabs } from '@/components/ui/tabs'
import { useErrorText } from '@/components/words/error-words'
import { ArchivedClasses } from './archived-classes'
import { ClassCard } from './class-card'
import { classesAddress } from './class-tabs'

const NewClassDialog = whenOpened(() =>
  import('./new-class-dialog').then(({ NewClassDialog }) => NewClassDialog),
)

interface TaughtClassesProps {
  initial: ApiOutput['classes']['taught']
  invitations: ApiOutput['places']['invitations']
  notTaken: ApiOutput['sessions']['notTaken']
}

export function TaughtClasses({ initial, invitations, notTaken }: TaughtClassesProps) {
  const t = useTranslations('classes')
  const errorText = useErrorText()
  const trpc = useTRPC()
  const { data: classes, error } = useQuery(
    trpc.classes.taught.queryOptions(
      { archived: false },
      { initialData: initial, refetchOnWindowFocus: 'always' },
    ),
  )
  const [creating, setCreating] = useState(false)
  const [{ tab }, change] = useAddress(classesAddress)

  const newClass = (
    <Button onClick={() => setCreating(true)}>
      <Plus aria-hidden="true" />
      {t('new.button')}
    </Button>
  )

  return (
    <>
      <PageHeader title={t('title')} actions={classes.length > 0 && newClass} />
      <OwnInvitations initial={invitations} />
      <NotTakenList initial={notTaken} />
      {error && (
        <Notice tone="caution" className="mb-4">
          {errorText(error)}
        </Notice>
      )}
      <Tabs
        label={t('title')}
        value={tab}
        onValueChange={(next) => change({ tab: next === 'current' ? null : next })}
        tabs={[
          {
            value: 'current',
            label: t('list.current'),
            count: classes.length,
            content:
              classes.length === 0 ? (
                <EmptyState icon={<GraduationCap />} title={t('list.first')} action={newClass}>
                  {t('list.firstHint')}
                </EmptyState>
              ) : (
                <div className="grid gap-4 sm:grid-cols-[repeat(auto-fill,minmax(18rem,1fr))]">
                  {classes.map((schoolClass) => (
                    <ClassCard key={schoolClass.id} schoolClass={schoolClass} />
                  ))}
                </div>
              ),
          },
          { value: 'archived', label: t('list.archived'), content: <ArchivedClasses /> },
        ]}
      />
      <NewClassDialog open={creating} onOpenChange={setCreating} />
    </>
  )
}
