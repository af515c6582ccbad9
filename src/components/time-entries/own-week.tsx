'use client'

import { useQuery } from '@tanstack/react-query'
import { History, Pencil, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { later } from '@/components/ui/later'
import { useTRPC } from '../providers/trpc-provider'
import { Button } from '../ui/button'
import { IconButton } from '../ui/icon-button'
import type { EntryPlace } from './entry-form-dialog'
import { OwnCorrections } from './own-corrections'
import { type Correction, type Entry, useHoursStream, type Week, type WorkToday } from './use-work'
import { WeekChecks } from './week-checks'
import { WeekList } from './week-list'

const HistorySheet = later(() => import('./history-sheet').then(({ HistorySheet }) => HistorySheet))
const AskDialog = later(() => import('./ask-dialog').then(({ AskDialog }) => AskDialog))

interface OwnWeekProps {
  week: Week
  corrections: Correction[]
  kinds: EntryPlace['kinds']
  live: Pick<WorkToday, 'viewerId' | 'lastEventId'>
  /** Any day of the week; left out where it is this one. */
  day: string | undefined
}

const work = { kind: 'work' } as const

/** One's own hours of a week at a workplace, and what was asked for about them. */
export function OwnWeek({ week: initial, corrections: known, kinds, live, day }: OwnWeekProps) {
  const t = useTranslations('time-entries')
  const trpc = useTRPC()
  const { id: workplaceId, timeZone } = initial.workplace
  const { data: week, error } = useQuery(
    trpc.timeEntries.ownWeek.queryOptions({ workplaceId, day }, { initialData: initial }),
  )
  const { data: corrections } = useQuery(
    trpc.timeEntries.ownCorrections.queryOptions(undefined, { initialData: known }),
  )
  useHoursStream({ feed: work, viewerId: live.viewerId, since: live.lastEventId, error })
  const [asking, setAsking] = useState<Entry | 'missing' | null>(null)
  const [shown, setShown] = useState<string | null>(null)
  const history = useQuery(
    trpc.timeEntries.ownHistory.queryOptions({ entryId: shown ?? '' }, { enabled: shown !== null }),
  )
  const [checking, setChecking] = useState(false)
  const checks = useQuery(
    trpc.timeEntries.ownFaceChecks.queryOptions({ workplaceId, day }, { enabled: checking }),
  )
  return (
    <div className="grid gap-6">
      <WeekList
        week={week}
        heading={week.workplace.name}
        hrefOf={(other) => `/work/hours?${new URLSearchParams({ workplace: workplaceId, day: other })}`}
        actions={
          <>
            <WeekChecks open={checking} onOpenChange={setChecking} checks={checks} timeZone={timeZone} />
            <Button variant="secondary" size="sm" onClick={() => setAsking('missing')}>
              <Plus aria-hidden="true" />
              {t('week.missing')}
            </Button>
          </>
        }
        actionsOf={(entry) => (
          <>
            {entry.endedAt && (
              <IconButton label={t('ask.title')} icon={<Pencil />} onClick={() => setAsking(entry)} />
            )}
            <IconButton label={t('history.title')} icon={<History />} onClick={() => setShown(entry.id)} />
          </>
        )}
      />
      <OwnCorrections
        corrections={corrections.filter((each) => each.workplaceId === workplaceId)}
        timeZone={timeZone}
      />
      {asking && (
        <AskDialog
          place={{ workplaceId, timeZone, kinds, deducts: week.deducts }}
          entry={asking === 'missing' ? null : asking}
          onClose={() => setAsking(null)}
        />
      )}
      {shown && <HistorySheet history={history.data} timeZone={timeZone} onClose={() => setShown(null)} />}
    </div>
  )
}
