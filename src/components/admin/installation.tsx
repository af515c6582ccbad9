'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
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
  const t = useTranslations('admin')
  const errorText = useErrorText()
  const trpc = useTRPC()
  const { data, error } = useQuery(
    trpc.admin.status.queryOptions(undefined, { initialData: initial, refetchInterval: 30_000 }),
  )
  const { accounts, classes, openSessions, kept, photosKept, evidenceDays, version } = data
  return (
    <>
      <PageHeader title={t('title')} aside={<Badge>{t('version', { version })}</Badge>} />
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
            <CardHeader title={t('use.title')} />
            <dl className="grid grid-cols-2 gap-x-4 gap-y-5 sm:grid-cols-3">
              <Stat
                label={t('use.accounts')}
                value={accounts.all}
                hint={t('use.accountsHint', { ...accounts })}
              />
              <Stat
                label={t('use.classes')}
                value={classes.current}
                hint={classes.archived > 0 ? t('use.archived', { count: classes.archived }) : undefined}
              />
              <Stat label={t('use.openSessions')} value={openSessions} hint={t('use.now')} />
            </dl>
          </Card>
          <Card>
            <CardHeader title={t('kept.title')} description={t('kept.hint')} />
            <dl className="grid grid-cols-2 gap-x-4 gap-y-5 sm:grid-cols-3">
              <Stat
                label={t('kept.photos')}
                value={kept.photos}
                hint={photosKept ? t('kept.photosHint') : t('kept.noPhotos')}
              />
              <Stat label={t('kept.templates')} value={kept.templates} hint={t('kept.templatesHint')} />
              <Stat
                label={t('kept.evidence')}
                value={kept.evidence}
                hint={t('kept.evidenceHint', { days: evidenceDays })}
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
