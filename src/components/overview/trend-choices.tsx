'use client'

import { useLinkStatus } from 'next/link'
import { useTranslations } from 'next-intl'
import { trendMonths, trendSplits, trendSteps } from '@/domain/trends'
import type { ApiOutput } from '../providers/api-output'
import { LinkButton } from '../ui/link-button'
import { Spinner } from '../ui/spinner'

type Trends = ApiOutput['overview']['trends']
type Chosen = Pick<Trends, 'months' | 'step' | 'split'>

/** How far back, by what and told apart by what: each choice is an address. */
export function TrendChoices({ trends }: { trends: Trends }) {
  const t = useTranslations('overview')
  const { place, months, step, split, hasSites } = trends
  const href = (other: Partial<Chosen>) => {
    const asked = { months, step, split, ...other }
    return `/employ/workplaces/${place.id}/trends?months=${asked.months}&step=${asked.step}&split=${asked.split}`
  }
  const splits = trendSplits.filter((one) => one !== 'site' || hasSites || split === 'site')
  return (
    <div className="mb-6 flex flex-wrap gap-x-8 gap-y-3">
      <Choice
        name={t('trends.months.choose')}
        options={trendMonths.map((count) => ({
          ...{ key: count, href: href({ months: count }), chosen: count === months },
          name: t('trends.months.last', { count }),
        }))}
      />
      <Choice
        name={t('trends.step.choose')}
        options={trendSteps.map((one) => ({
          ...{ key: one, href: href({ step: one }), chosen: one === step, name: t(`trends.step.${one}`) },
        }))}
      />
      <Choice
        name={t('trends.split.choose')}
        options={splits.map((one) => ({
          ...{ key: one, href: href({ split: one }), chosen: one === split, name: t(`trends.split.${one}`) },
        }))}
      />
    </div>
  )
}

interface ChoiceProps {
  name: string
  options: readonly { key: string | number; href: string; chosen: boolean; name: string }[]
}

function Choice({ name, options }: ChoiceProps) {
  return (
    <nav aria-label={name}>
      <p aria-hidden="true" className="mb-1 font-semibold text-sm">
        {name}
      </p>
      <ul className="flex flex-wrap gap-1.5">
        {options.map((option) => (
          <li key={option.key}>
            <LinkButton
              href={option.href}
              replace
              scroll={false}
              size="sm"
              variant={option.chosen ? 'primary' : 'secondary'}
              aria-current={option.chosen ? 'true' : undefined}
            >
              {option.name}
              <Pending />
            </LinkButton>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** A year of everybody's takes a moment. */
function Pending() {
  return useLinkStatus().pending ? <Spinner className="size-4!" /> : null
}
