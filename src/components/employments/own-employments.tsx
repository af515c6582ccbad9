'use client'

import { useQuery } from '@tanstack/react-query'
import { HardHat } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/text-link'
import { useDayText } from '@/components/words/calendar-day'
import { useMoneyText } from '@/components/words/money'
import { JoinByCode } from './join-by-code'
import { PinCard } from './pin-card'

type Own = ApiOutput['employments']['own'][number]

/** Where somebody works and worked, on which terms, and how they come to work somewhere. */
export function OwnEmployments({ initial }: { initial: Own[] }) {
  const t = useTranslations('employments')
  const trpc = useTRPC()
  const { data } = useQuery(trpc.employments.own.queryOptions(undefined, { initialData: initial }))
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[1fr_22rem]">
      <div className="grid gap-6">
        {data.length === 0 && (
          <Card>
            <EmptyState icon={<HardHat />} title={t('own.none')}>
              {t('own.noneHint')}
            </EmptyState>
          </Card>
        )}
        {data.map((employment) => (
          <OwnEmployment key={employment.id} employment={employment} />
        ))}
      </div>
      <JoinByCode />
    </div>
  )
}

function OwnEmployment({ employment }: { employment: Own }) {
  const t = useTranslations('employments')
  const rules = useTranslations('rule-sets')
  const dayText = useDayText()
  const moneyText = useMoneyText()
  const { workplace, by, startedOn, endedOn, left, jobTitle, rates, number } = employment
  const job = jobTitle ?? t('page.noJob')
  return (
    <div className="grid gap-3">
      <Card>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 className="wrap-anywhere font-bold text-xl">{workplace.name}</h2>
          {left && <Badge tone="caution">{t('page.left')}</Badge>}
        </div>
        <p className="text-muted text-sm">
          {endedOn
            ? t('page.from', { job, from: dayText(startedOn), to: dayText(endedOn) })
            : t('page.since', { job, from: dayText(startedOn) })}
        </p>
        <dl className="mt-3 grid gap-x-6 gap-y-2 sm:grid-cols-2">
          <div>
            <dt className="text-muted text-sm">{t('own.number')}</dt>
            <dd className="font-semibold tabular-nums">{number}</dd>
          </div>
          <div>
            <dt className="text-muted text-sm">{t('rates.title')}</dt>
            <dd>
              {rates.length === 0 && '–'}
              {rates.map(({ id, from, kind, minorPerHour }) => (
                <span key={id} className="block">
                  <span className="font-semibold">
                    {t('rates.an', {
                      amount: moneyText({ amount: minorPerHour, currency: workplace.currency }),
                    })}
                  </span>
                  <span className="block text-muted text-sm">
                    {t('rates.since', { day: dayText(from), kind: kind ?? t('rates.all') })}
                  </span>
                </span>
              ))}
            </dd>
          </div>
        </dl>
        <p className="mt-3 text-muted text-sm">{t('own.ledBy', { by })}</p>
        <TextLink href={`/work/workplaces/${employment.id}/rules`} className="mt-3 inline-block">
          {rules('own.link')}
        </TextLink>
      </Card>
      {!left && <PinCard own employmentId={employment.id} number={number} pin={employment.pin} />}
    </div>
  )
}
