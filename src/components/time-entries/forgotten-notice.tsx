'use client'

import { useQuery } from '@tanstack/react-query'
import { AlarmClock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { later } from '@/components/ui/later'
import type { WorkplaceToday } from '../clocking/clock-target'
import { useTRPC } from '../providers/trpc-provider'
import { Button } from '../ui/button'
import { Notice } from '../ui/notice'
import { Time } from '../ui/time'

const AskDialog = later(() => import('./ask-dialog').then(({ AskDialog }) => AskDialog))

/** An entry that ended by itself: the person is asked when they left, until they have said so. */
export function ForgottenNotice({ workplace }: { workplace: WorkplaceToday }) {
  const t = useTranslations('time-entries')
  const trpc = useTRPC()
  const { data: corrections = [] } = useQuery(trpc.timeEntries.ownCorrections.queryOptions())
  const [asking, setAsking] = useState<string | null>(null)
  const said = new Set(
    corrections.flatMap(({ state, timeEntryId }) => (state === 'ASKED' ? timeEntryId : [])),
  )
  const { id: workplaceId, timeZone, kinds, forgotten } = workplace
  return forgotten.map((entry) => (
    <Notice
      key={entry.id}
      tone="caution"
      icon={<AlarmClock />}
      title={t('forgotten.title')}
      action={
        !said.has(entry.id) && (
          <Button variant="secondary" onClick={() => setAsking(entry.id)}>
            {t('forgotten.act')}
          </Button>
        )
      }
    >
      <p>
        {t.rich(said.has(entry.id) ? 'forgotten.said' : 'forgotten.text', {
          start: () => <Time at={entry.startedAt} timeZone={timeZone} format="dateTime" />,
          seen: () => <Time at={entry.undisputedUntil ?? entry.startedAt} timeZone={timeZone} />,
        })}
      </p>
      {asking === entry.id && (
        <AskDialog
          place={{ workplaceId, timeZone, kinds }}
          entry={{ ...entry, endedAt: entry.undisputedUntil ?? entry.endedAt }}
          onClose={() => setAsking(null)}
        />
      )}
    </Notice>
  ))
}
