'use client'

import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActionError } from '@/components/providers/action-error'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { Card, CardHeader } from '@/components/ui/card'
import { later } from '@/components/ui/later'
import { Skeleton } from '@/components/ui/skeleton'
import type { ExtraFor } from './extra-dialog'
import { ExtraList } from './extra-list'
import { RemoveExtra } from './remove-extra'

const ExtraDialog = later(() => import('./extra-dialog').then(({ ExtraDialog }) => ExtraDialog))

interface ExtrasCardProps {
  of: ExtraFor
  /** Whether the reader decides about hours here. */
  mayChange: boolean
  /** Approved hours are locked. */
  locked: boolean
}

/** What somebody is paid without work in a period, and the way to add to it. */
export function ExtrasCard({ of, mayChange, locked }: ExtrasCardProps) {
  const t = useTranslations('extras')
  const trpc = useTRPC()
  const { workplaceId, employmentId, period } = of
  const sheet = { workplaceId, employmentId, day: period.from }
  const { data, error } = useQuery(trpc.extras.ofTimesheet.queryOptions(sheet))
  const [adding, setAdding] = useState(false)
  const open = mayChange && !locked
  return (
    <Card>
      <CardHeader
        title={t('title')}
        description={t('hint')}
        actions={
          open && (
            <Button variant="secondary" size="sm" onClick={() => setAdding(true)}>
              <Plus aria-hidden="true" />
              {t('add')}
            </Button>
          )
        }
      />
      {!data && !error && <Skeleton className="h-12!" />}
      <ActionError error={error} />
      {data && <ExtraList extras={data} {...(open && { act: (extra) => <RemoveExtra extra={extra} /> })} />}
      {mayChange && locked && <p className="mt-3 text-muted text-sm">{t('locked')}</p>}
      {adding && <ExtraDialog of={of} onClose={() => setAdding(false)} />}
    </Card>
  )
}
