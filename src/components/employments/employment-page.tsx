'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { FaceCard } from '@/components/face-opt-out/face-card'
import { useTRPC } from '@/components/providers/trpc-provider'
import { MonthRecords } from '@/components/records/month-records'
import { Badge } from '@/components/ui/badge'
import { Card, CardHeader } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { TextLink } from '@/components/ui/text-link'
import { useDayText } from '@/components/words/calendar-day'
import type { Employment } from './employment'
import { EndCard } from './end-card'
import { PersonLately, PersonSums, type PersonWork } from './person-work'
import { PinCard } from './pin-card'
import { RatesCard } from './rates-card'
import { RehireCard } from './rehire-card'
import { TermsCard } from './terms-card'

interface EmploymentPageProps {
  initial: Employment
  /** `YYYY-MM` */
  thisMonth: string
  /** What their work comes to, for whoever decides about hours or sees wages. */
  work: PersonWork | null
}

/** A person at a workplace: what their work comes to, terms, rates, PIN, the end of their employment. */
export function EmploymentPage({ initial, thisMonth, work }: EmploymentPageProps) {
  const t = useTranslations('employments')
  const dayText = useDayText()
  const trpc = useTRPC()
  const { data: employment } = useQuery(
    trpc.employments.byId.queryOptions({ employmentId: initial.id }, { initialData: initial }),
  )
  const { userId, name, faceOff, faceOffHere, number, workplace } = employment
  const { startedOn, endedOn, left, jobTitle, mayApprove } = employment
  const job = jobTitle ?? t('page.noJob')
  return (
    <>
      <PageHeader
        title={name}
        aside={
          <Badge tone={left ? 'caution' : 'neutral'}>
            {left ? t('page.left') : t('page.number', { number })}
          </Badge>
        }
        description={
          endedOn
            ? t('page.from', { job, from: dayText(startedOn), to: dayText(endedOn) })
            : t('page.since', { job, from: dayText(startedOn) })
        }
        back={{ href: `/employ/workplaces/${workplace.id}?tab=team`, label: workplace.name }}
      />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="grid gap-6">
          {work && <PersonSums {...work} left={left} decides={mayApprove} />}
          <RatesCard employment={employment} />
          <TermsCard employment={employment} />
        </div>
        <div className="grid gap-6">
          {work && <PersonLately {...work} />}
          {!left && (
            <FaceCard
              workplaceId={workplace.id}
              person={{ id: userId, name, faceOff, faceOffHere }}
              decides={mayApprove}
            />
          )}
          {mayApprove && !left && (
            <PinCard employmentId={employment.id} number={number} pin={employment.pin} />
          )}
          {mayApprove &&
            (endedOn ? <RehireCard employment={employment} /> : <EndCard employment={employment} />)}
          {mayApprove && <MonthRecords employments={[employment]} thisMonth={thisMonth} />}
          <OtherEmployments others={employment.others} />
        </div>
      </div>
    </>
  )
}

function OtherEmployments({ others }: Pick<Employment, 'others'>) {
  const t = useTranslations('employments')
  const dayText = useDayText()
  if (others.length === 0) return null
  return (
    <Card>
      <CardHeader title={t('others.title')} />
      <ul className="grid gap-2">
        {others.map(({ id, startedOn, endedOn }) => (
          <li key={id}>
            <TextLink href={`/employ/employments/${id}`}>
              {endedOn
                ? t('others.between', { from: dayText(startedOn), to: dayText(endedOn) })
                : t('others.since', { from: dayText(startedOn) })}
            </TextLink>
          </li>
        ))}
      </ul>
    </Card>
  )
}
