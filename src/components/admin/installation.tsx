'use client'

import { useQuery } from '@tanstack/react-query'
import { DuplicateCases } from '@/components/duplicates/duplicate-cases'
import { PeopleWithoutFace } from '@/components/face-opt-out/people-without-face'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Badge } from '@/components/ui/badge'
import { Card, CardHeader } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Stat } from '@/components/ui/stat'
import { useErrorText } from '@/components/words/error-words'
import { Recognition } from './recognition'
import { Renewal } from './renewal'

export function Installation({ initial }: { initial: ApiOutput['admin']['status'] }) {
  const errorText = useErrorText()
  const trpc = useTRPC()
  const { data, error } = useQuery(
    trpc.admin.status.queryOptions(undefined, { initialData: initial, refetchInterval: 30_000 }),
  )
  const { accounts, classes, openSessions, kept, photosKept, evidenceDays, version } = data
  return (
    <>
      <PageHeader title="Installation" aside={<Badge>Clockface {version}</Badge>} />
      {error && (
        <Notice tone="caution" className="mb-4">
          {errorText(error)}
        </Notice>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="grid gap-6">
          <Recognition {...data} />
          <Renewal />
        </div>
        <div className="grid gap-6">
          <Card>
            <CardHeader title="In use" />
            <dl className="grid grid-cols-2 gap-x-4 gap-y-5 sm:grid-cols-3">
              <Stat
                label="Accounts"
                value={accounts.all}
                hint={`${accounts.teachers} teaching, ${accounts.students} studying${accounts.disabled > 0 ? `, ${accounts.disabled} disabled` : ''}`}
              />
              <Stat
                label="Classes"
                value={classes.current}
                hint={classes.archived > 0 ? `and ${classes.archived} archived` : undefined}
              />
              <Stat label="Open sessions" value={openSessions} hint="at this moment" />
            </dl>
          </Card>
          <Card>
            <CardHeader
              title="Biometric data kept"
              description="All of it is encrypted. It is erased at once when a person withdraws their agreement."
            />
            <dl className="grid grid-cols-2 gap-x-4 gap-y-5 sm:grid-cols-3">
              <Stat
                label="Photos"
                value={kept.photos}
                hint={photosKept ? 'until the person deletes them' : 'this installation keeps none'}
              />
              <Stat label="Templates" value={kept.templates} hint="one for each photo and recogniser" />
              <Stat
                label="Evidence"
                value={kept.evidence}
                hint={`snapshots, erased after ${evidenceDays} ${evidenceDays === 1 ? 'day' : 'days'}`}
              />
            </dl>
          </Card>
        </div>
        <DuplicateCases />
        <PeopleWithoutFace />
      </div>
    </>
  )
}
