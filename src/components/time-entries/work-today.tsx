'use client'

import { useQuery } from '@tanstack/react-query'
import { BriefcaseBusiness } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { later } from '@/components/ui/later'
import type { Clocking } from '../clocking/clock-dialog'
import { faceStateAtWork } from '../enrolment/face-state'
import type { EnrolmentStatus } from '../enrolment/use-enrolment'
import { ConnectionNotice } from '../live/connection-state'
import { useTRPC } from '../providers/trpc-provider'
import { Card } from '../ui/card'
import { EmptyState } from '../ui/empty-state'
import { ForgottenNotice } from './forgotten-notice'
import { type WorkToday as Today, useWork } from './use-work'
import { WorkCard } from './work-card'

const ClockDialog = later(() => import('../clocking/clock-dialog').then(({ ClockDialog }) => ClockDialog), {
  when: ({ clocking }) => clocking !== null,
})

/** Whether one is in, the hours of today, and the button; what was forgotten comes first. */
export function WorkToday(initial: { today: Today; enrolment: EnrolmentStatus }) {
  const t = useTranslations('time-entries')
  const trpc = useTRPC()
  const { today, arrivedAt, connection, error } = useWork(initial.today)
  const { data: enrolment } = useQuery(
    trpc.enrolment.status.queryOptions(undefined, { initialData: initial.enrolment }),
  )
  // Held here and not by the card, which may go: the answer must still be read.
  const [clocking, setClocking] = useState<Clocking | null>(null)
  const { workplaces, now } = today
  return (
    <>
      <ConnectionNotice connection={connection} error={error}>
        {t('today.signedOut')}
      </ConnectionNotice>
      <div className="mb-4 grid gap-3 empty:hidden">
        {workplaces.map((workplace) => (
          <ForgottenNotice key={workplace.id} workplace={workplace} />
        ))}
      </div>
      {workplaces.length === 0 ? (
        <Card padded={false}>
          <EmptyState icon={<BriefcaseBusiness />} title={t('nowhere.title')}>
            {t('nowhere.text')}
          </EmptyState>
        </Card>
      ) : (
        <section
          aria-label={t('today.workplaces')}
          className="grid gap-4 sm:grid-cols-[repeat(auto-fit,minmax(20rem,26rem))]"
        >
          {workplaces.map((workplace) => (
            <WorkCard
              key={workplace.id}
              workplace={workplace}
              now={now}
              arrivedAt={arrivedAt}
              face={faceStateAtWork(enrolment, workplace.id)}
              onClock={setClocking}
            />
          ))}
        </section>
      )}
      <ClockDialog clocking={clocking} onClose={() => setClocking(null)} />
    </>
  )
}
