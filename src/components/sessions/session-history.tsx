'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Time } from '@/components/ui/time'

const noRollCall = { photos: 0, marked: 0, unchanged: 0 }

interface SessionHistoryProps {
  sessionId: string
  timeZone: string
}

/** Who ended the session, or that it ended by itself, what was made of that, and its roll calls. */
export function SessionHistory({ sessionId, timeZone }: SessionHistoryProps) {
  const t = useTranslations('sessions')
  const trpc = useTRPC()
  const { data = [] } = useQuery(trpc.sessions.history.queryOptions({ sessionId }))
  if (data.length === 0) return null
  return (
    <section aria-labelledby="session-history" className="w-full border-t pt-3">
      <h2 id="session-history" className="mb-1 font-semibold">
        {t('history.title')}
      </h2>
      <ol className="grid gap-2">
        {data.map(({ id, at, actor, act, reason, rollCall }) => (
          <li key={id}>
            <Time at={at} timeZone={timeZone} format="dateTime" className="font-semibold" />
            <span className="block text-muted">
              {t(`history.${act}`, {
                ...(rollCall ?? noRollCall),
                name: actor?.name ?? t('history.deletedAccount'),
              })}
            </span>
            {reason && <span className="wrap-anywhere block text-muted">“{reason}”</span>}
          </li>
        ))}
      </ol>
    </section>
  )
}
