'use client'

import { useQuery } from '@tanstack/react-query'
import { ClipboardCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { OwnHistory } from './own-history'
import { OwnTotals } from './own-totals'

/** A student's attendance: the sum of it first, then every session. */
export function OwnRecord({ initial }: { initial: ApiOutput['attendance']['ownTotals'] }) {
  const t = useTranslations('attendance')
  const trpc = useTRPC()
  const { data: totals } = useQuery(
    trpc.attendance.ownTotals.queryOptions(undefined, { initialData: initial }),
  )
  if (totals.classes.length === 0) {
    return (
      <Card padded={false} className="max-w-3xl">
        <EmptyState icon={<ClipboardCheck />} title={t('own.none.title')}>
          {t('own.none.text')}
        </EmptyState>
      </Card>
    )
  }
  return (
    <div className="grid items-start gap-8 lg:grid-cols-[22rem_1fr]">
      <OwnTotals totals={totals} />
      <OwnHistory classes={totals.classes} />
    </div>
  )
}
