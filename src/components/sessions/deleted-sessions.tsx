'use client'

import { useQuery } from '@tanstack/react-query'
import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Card } from '@/components/ui/card'
import { Time } from '@/components/ui/time'

interface DeletedSessionsProps {
  classId: string
  timeZone: string
}

/** Who deleted sessions of the class, and why; nothing while nobody did. */
export function DeletedSessions({ classId, timeZone }: DeletedSessionsProps) {
  const t = useTranslations('sessions')
  const trpc = useTRPC()
  const { data = [] } = useQuery(trpc.sessions.deleted.queryOptions({ classId }))
  if (data.length === 0) return null
  return (
    <Card padded={false}>
      <details className="group">
        <summary className="flex min-h-12 list-none items-center justify-between gap-3 px-4 py-2.5 text-muted focus-visible:-outline-offset-2 sm:px-6 [&::-webkit-details-marker]:hidden">
          {t('list.deleted', { count: data.length })}
          <ChevronDown
            aria-hidden="true"
            className="size-5 shrink-0 transition-transform group-open:rotate-180"
          />
        </summary>
        <ol className="grid gap-3 px-4 pb-4 text-sm sm:px-6">
          {data.map(({ id, at, actor, reason }) => (
            <li key={id}>
              <Time at={at} timeZone={timeZone} format="dateTime" className="font-semibold" />
              <span className="block text-muted">
                {t('list.deletedBy', { name: actor?.name ?? t('history.deletedAccount') })}
              </span>
              {reason && <span className="wrap-anywhere block text-muted">“{reason}”</span>}
            </li>
          ))}
        </ol>
      </details>
    </Card>
  )
}
