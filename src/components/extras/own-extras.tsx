'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Card, CardHeader } from '@/components/ui/card'
import { ExtraList } from './extra-list'

/** What one is paid without work in a period, and why; nothing where there is none. */
export function OwnExtras({ of }: { of: { employmentId: string; day: string } }) {
  const t = useTranslations('extras')
  const trpc = useTRPC()
  const { data = [] } = useQuery(trpc.extras.own.queryOptions(of))
  if (data.length === 0) return null
  return (
    <Card>
      <CardHeader title={t('title')} description={t('ownHint')} />
      <ExtraList extras={data} />
    </Card>
  )
}
