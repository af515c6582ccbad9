'use client'

import { useQuery } from '@tanstack/react-query'
import { ChartSpline, ScanFace } from 'lucide-react'
import { DemoCurves } from '@/components/demo/demo-curves'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Card, CardHeader } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { useErrorText } from '@/components/words/error-words'
import { ErrorCurves } from './error-curves'
import { FacePairs } from './face-pairs'
import { InWords } from './in-words'
import type { Report } from './measure'
import { RestsOn } from './rests-on'
import { Weeks } from './weeks'

/** With fewer, every curve is possible. */
const PEOPLE_TO_DRAW = 5

/** How well faces are recognised on this site, for whoever answers for it. */
export function HowWell({ initial, all }: { initial: Report; all: boolean }) {
  const errorText = useErrorText()
  const trpc = useTRPC()
  const { data, error } = useQuery(
    trpc.calibration.report.queryOptions(undefined, { initialData: initial, refetchInterval: 60_000 }),
  )
  const { measure, weeks } = data
  return (
    <>
      <PageHeader
        title="How well does it work here?"
        description={
          measure?.basis === 'prior'
            ? 'Not measured here yet: too few people have enrolled. The rates below are what the limits are set for.'
            : 'Measured on the people of this site, not on somebody else’s.'
        }
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
              <CardHeader
                title="Strict or lenient"
                description="The stricter, the fewer strangers get in, and the more often the right people are asked again. The pale bands are where the truth may lie."
              />
              {measure.people < PEOPLE_TO_DRAW ? (
                <EmptyState icon={<ChartSpline />} title="Too few people yet">
                  The curves are drawn once {PEOPLE_TO_DRAW} people have enrolled.
                </EmptyState>
              ) : (
                <ErrorCurves {...measure} />
              )}
            </Card>
            <FacePairs measure={measure} all={all} />
          </>
        ) : (
          <Card>
            <EmptyState icon={<ScanFace />} title="No faces are recognised here">
              No recogniser could be loaded. An administrator sees on the installation’s page what is missing.
            </EmptyState>
          </Card>
        )}
        <Weeks weeks={weeks} />
      </div>
    </>
  )
}
