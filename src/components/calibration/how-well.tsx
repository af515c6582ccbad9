'use client'

import { useQuery } from '@tanstack/react-query'
import { ChartSpline, ScanFace } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { DemoCurves } from '@/components/demo/demo-curves'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Card, CardHeader } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { useErrorText } from '@/components/words/error-words'
import { PEOPLE_TO_DRAW } from '@/domain/face/curve-people'
import { ErrorCurves } from './error-curves'
import { FacePairs } from './face-pairs'
import { InWords } from './in-words'
import type { Report } from './measure'
import { RestsOn } from './rests-on'
import { Weeks } from './weeks'

/** How well faces are recognised on this site, for whoever answers for it: everything that was measured. */
export function HowWell({ initial }: { initial: Report }) {
  const t = useTranslations('calibration')
  const errorText = useErrorText()
  const trpc = useTRPC()
  const { data, error } = useQuery(
    trpc.calibration.report.queryOptions(undefined, { initialData: initial, refetchInterval: 60_000 }),
  )
  const { measure, weeks } = data
  return (
    <>
      <PageHeader
        title={t('title')}
        description={measure?.basis === 'prior' ? t('notMeasured') : t('measured')}
      />
      {error && (
        <Notice tone="caution" className="mb-4">
          {errorText(error)}
        </Notice>
      )}
      <DemoCurves />
      <div className="grid gap-6">
        {measure ? (
          <>
            <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
              <InWords measure={measure} />
              <RestsOn measure={measure} />
            </div>
            <Card>
              <CardHeader title={t('curves.title')} description={t('curves.hint')} />
              {measure.people < PEOPLE_TO_DRAW ? (
                <EmptyState icon={<ChartSpline />} title={t('curves.tooFew')}>
                  {t('curves.tooFewHint', { people: PEOPLE_TO_DRAW })}
                </EmptyState>
              ) : (
                <ErrorCurves {...measure} />
              )}
            </Card>
            <FacePairs measure={measure} all />
          </>
        ) : (
          <Card>
            <EmptyState icon={<ScanFace />} title={t('noRecogniser.title')}>
              {t('noRecogniser.text')}
            </EmptyState>
          </Card>
        )}
        <Weeks weeks={weeks} />
      </div>
    </>
  )
}
