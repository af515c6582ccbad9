'use client'

import { useQuery } from '@tanstack/react-query'
import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Card, CardHeader } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { Progress } from '@/components/ui/progress'

const WHILE_RUNNING_MS = 2_000
const OTHERWISE_MS = 30_000

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
  const t = useTranslations('admin')
  const { total, done, faceless, toEnrolAgain } = renewal
  const finished = done === total
  return (
    <Card className="grid gap-4">
      <CardHeader title={t('renewal.title')} description={t('renewal.hint')} className="mb-0!" />
      {total > 0 && (
        <div className="grid gap-2">
          {!finished && <Progress label={t('renewal.progress')} value={done / total} />}
          <p className="tabular-nums">{t('renewal.done', { done, total })}</p>
          <Standing {...renewal} />
        </div>
      )}
      {toEnrolAgain > 0 && (
        <Notice tone="caution" icon={<TriangleAlert />} title={t('renewal.again', { count: toEnrolAgain })}>
          {faceless > 0 ? t('renewal.againFaceless') : t('renewal.againNotKept')}
        </Notice>
      )}
    </Card>
  )
}

function Standing({ total, done, running, faceless }: ApiOutput['admin']['renewal']) {
  const t = useTranslations('admin')
  const key = running ? 'running' : done < total ? 'later' : 'finished'
  return <p className="text-muted text-sm">{t(`renewal.${key}`, { faceless })}</p>
}
