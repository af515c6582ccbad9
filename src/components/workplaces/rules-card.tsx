'use client'

import { useTranslations } from 'next-intl'
import { Card, CardHeader } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { useDayText } from '@/components/words/calendar-day'
import { usePresetName } from './rules-words'
import type { Workplace } from './workplace'

/** By which rules hours become pay, since when and from when on. */
export function RulesCard({ workplace }: { workplace: Workplace }) {
  const t = useTranslations('workplaces')
  const dayText = useDayText()
  const presetName = usePresetName()
  const { id, rules, currency, payCycle, weekStart } = workplace
  return (
    <Card>
      <CardHeader title={t('rules.title')} description={t('rules.hint')} />
      <dl className="mb-2 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 border-b pb-3 text-sm">
        <dt className="text-muted">{t('field.currency')}</dt>
        <dd>{currency}</dd>
        <dt className="text-muted">{t('field.payCycle')}</dt>
        <dd>{t(`payCycle.${payCycle}`)}</dd>
        <dt className="text-muted">{t('field.weekStart')}</dt>
        <dd>{t(`weekday.${weekStart}`)}</dd>
      </dl>
      <ul className="divide-y">
        {rules.map(({ from, preset, begun }) => (
          <li key={from} className="py-2.5">
            <p className="font-semibold">{presetName(preset)}</p>
            <p className="text-muted text-sm">
              {begun ? t('rules.since', { day: dayText(from) }) : t('rules.from', { day: dayText(from) })}
            </p>
          </li>
        ))}
      </ul>
      <LinkButton href={`/employ/workplaces/${id}/rules`} variant="secondary" size="sm" className="mt-3">
        {t('rules.see')}
      </LinkButton>
      <p className="mt-3 text-muted text-sm">{t('field.presetHint')}</p>
    </Card>
  )
}
