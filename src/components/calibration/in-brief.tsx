'use client'

import { useQuery } from '@tanstack/react-query'
import { DoorOpen, ScanFace, UserCheck, Users } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DemoCurves } from '@/components/demo/demo-curves'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Card, CardHeader } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { ofTries, refusedOften, rightPeople } from '@/domain/face/calibration-words'
import { FacePairs } from './face-pairs'
import type { Measure, Report } from './measure'

interface InBriefProps {
  initial: Report
  /** Who runs the installation sees all figures on a page of their own. */
  admin: boolean
}

/** How well faces are recognised, for a teacher: three lines, and what to do. */
export function InBrief({ initial, admin }: InBriefProps) {
  const t = useTranslations('calibration')
  const trpc = useTRPC()
  const { data } = useQuery(
    trpc.calibration.report.queryOptions(undefined, { initialData: initial, refetchInterval: 60_000 }),
  )
  const { measure } = data
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          admin && (
            <LinkButton variant="secondary" href="/admin/recognition">
              {t('brief.all')}
            </LinkButton>
          )
        }
      />
      <DemoCurves />
      {measure ? (
        <div className="grid gap-6">
          <Lines measure={measure} />
          <Todo measure={measure} />
          <FacePairs measure={measure} all={false} />
        </div>
      ) : (
        <Card>
          <EmptyState icon={<ScanFace />} title={t('noRecogniser.title')}>
            {t('noRecogniser.text')}
          </EmptyState>
        </Card>
      )}
    </>
  )
}

function Lines({ measure: { wanted, clockIn, rollCall, comparedPeople } }: { measure: Measure }) {
  const t = useTranslations('calibration')
  const right = rightPeople(clockIn.rightPeople, comparedPeople)
  const named = rightPeople(rollCall.rightPeople, comparedPeople)
  return (
    <Card>
      <ul className="grid gap-4">
        <Line icon={<DoorOpen />}>{t('strangers.in', ofTries(wanted.clockIn.outsider))}</Line>
        <Line icon={<UserCheck />}>
          {right ? t('brief.rightPerson', { about: right.about }) : t('rightPeople.tooFew')}
        </Line>
        <Line icon={<Users />}>
          {named ? t('brief.rollCall', { about: named.about }) : t('brief.rollCallTooFew')}
        </Line>
      </ul>
    </Card>
  )
}

function Line({ icon, children }: { icon: ReactNode; children: string }) {
  return (
    <li className="flex gap-3 text-lg">
      <span aria-hidden="true" className="mt-1 text-accent-ink [&_svg]:size-5">
        {icon}
      </span>
      <span className="max-w-text">{children}</span>
    </li>
  )
}

function Todo({ measure }: { measure: Measure }) {
  const t = useTranslations('calibration')
  const format = useFormatter()
  const { strangers, genuine, clockIn, comparedPeople, withCode } = measure
  const todo = [
    ...strangers
      .filter(({ lookAlikes }) => lookAlikes)
      .map(({ faces }) => t('brief.lookAlikes', { names: format.list(faces.map(({ name }) => name)) })),
    ...genuine.filter(({ refused }) => refused).map(({ faces: [{ name }] }) => t('brief.clearer', { name })),
    ...(refusedOften(clockIn.rightPeople, comparedPeople) ? [t('brief.often')] : []),
    ...(withCode ? [t('brief.fewPeople')] : []),
  ]
  return (
    <Card>
      <CardHeader title={t('brief.todo')} />
      {todo.length === 0 ? (
        <p className="max-w-text text-muted">{t('brief.nothing')}</p>
      ) : (
        <ul className="grid list-disc gap-2 ps-5">
          {[...new Set(todo)].map((words) => (
            <li key={words} className="wrap-anywhere max-w-text">
              {words}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
