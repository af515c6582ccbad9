'use client'

import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { CalendarClock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { FormError } from '@/components/ui/form-error'
import { useErrorText } from '@/components/words/error-words'
import { DeletedSessions } from './deleted-sessions'
import { PlannedSession } from './planned-session'
import { SessionRow } from './session-row'

/** How often an open session is counted anew. */
const WHILE_OPEN_MS = 5_000

const isOpen = ({ state }: { state: string }) => state === 'OPEN'

interface SessionListProps {
  schoolClass: { id: string; timeZone: string }
  initial: { sessions: ApiOutput['sessions']['ofClass']; planned: ApiOutput['sessions']['planned'] }
}

/** What is planned, then what took place, newest first and a page at a time. */
export function SessionList({ schoolClass: { id: classId, timeZone }, initial }: SessionListProps) {
  const t = useTranslations('sessions')
  const errorText = useErrorText()
  const trpc = useTRPC()
  const planned = useQuery(trpc.sessions.planned.queryOptions({ classId }, { initialData: initial.planned }))
  const opened = useInfiniteQuery(
    trpc.sessions.ofClass.infiniteQueryOptions(
      { classId },
      {
        initialData: { pages: [initial.sessions], pageParams: [null] },
        refetchInterval: ({ state }) => (state.data?.pages[0]?.items.some(isOpen) ? WHILE_OPEN_MS : false),
        getNextPageParam: (page) => page.nextCursor,
      },
    ),
  )
  const sessions = opened.data.pages.flatMap((page) => page.items)
  const error = planned.error ?? opened.error

  if (planned.data.length === 0 && sessions.length === 0)
    return (
      <div className="grid gap-6">
        <Card>
          <EmptyState icon={<CalendarClock />} title={t('list.none')}>
            {t('list.noneHint')}
          </EmptyState>
        </Card>
        <DeletedSessions classId={classId} timeZone={timeZone} />
      </div>
    )
  return (
    <div className="grid gap-6">
      {planned.data.length > 0 && (
        <section className="grid gap-2">
          <h2 className="font-bold text-lg">{t('list.planned')}</h2>
          <Card padded={false}>
            <ul className="divide-y">
              {planned.data.map((session) => (
                <PlannedSession key={session.id} session={session} timeZone={timeZone} />
              ))}
            </ul>
          </Card>
        </section>
      )}
      {sessions.length > 0 && (
        <section className="grid gap-2">
          <h2 className={planned.data.length > 0 ? 'font-bold text-lg' : 'sr-only'}>{t('list.held')}</h2>
          <Card padded={false}>
            <ul className="divide-y">
              {sessions.map((session) => (
                <SessionRow key={session.id} session={session} timeZone={timeZone} />
              ))}
            </ul>
          </Card>
        </section>
      )}
      <FormError>{error && errorText(error)}</FormError>
      {opened.hasNextPage && (
        <Button
          variant="secondary"
          className="justify-self-center"
          loading={opened.isFetchingNextPage}
          onClick={() => opened.fetchNextPage()}
        >
          {t('list.older')}
        </Button>
      )}
      <DeletedSessions classId={classId} timeZone={timeZone} />
    </div>
  )
}
