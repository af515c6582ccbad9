'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Card, CardHeader } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { DeleteSession } from './delete-session'
import { SessionWhen } from './session-when'

/** The sessions that nobody took, each to be taken now or deleted; nothing where there is none. */
export function NotTakenList({ initial }: { initial: ApiOutput['sessions']['notTaken'] }) {
  const t = useTranslations('sessions')
  const trpc = useTRPC()
  const { data } = useQuery(
    trpc.sessions.notTaken.queryOptions(undefined, { initialData: initial, refetchOnWindowFocus: 'always' }),
  )
  if (data.length === 0) return null
  return (
    <section aria-labelledby="not-taken" className="mb-6">
      <Card padded={false}>
        <div className="px-4 pt-4 sm:px-6">
          <CardHeader
            title={<span id="not-taken">{t('notTaken.list', { count: data.length })}</span>}
            description={t('notTaken.listHint')}
          />
        </div>
        <ul className="divide-y border-t">
          {data.map((session) => (
            <li
              key={session.id}
              className="flex flex-wrap items-center justify-between gap-3 px-4 py-3 sm:px-6"
            >
              <div className="min-w-0 flex-1 basis-60">
                <p className="wrap-anywhere font-semibold">
                  {session.schoolClass.name}
                  {session.title && ` · ${session.title}`}
                </p>
                <p className="text-muted text-sm">
                  <SessionWhen session={session} timeZone={session.schoolClass.timeZone} />
                </p>
              </div>
              <div className="flex flex-wrap gap-2">
                <LinkButton href={`/teach/sessions/${session.id}`} className="max-sm:flex-auto">
                  {t('notTaken.now')}
                </LinkButton>
                <DeleteSession sessionId={session.id} />
              </div>
            </li>
          ))}
        </ul>
      </Card>
    </section>
  )
}
