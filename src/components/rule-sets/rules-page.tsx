'use client'

import { useTranslations } from 'next-intl'
import { Card, CardHeader } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { useDayText } from '@/components/words/calendar-day'
import { usePresetName } from '@/components/workplaces/rules-words'
import { PayExampleCard } from './pay-example-card'
import { PresetSources } from './preset-sources'
import { RuleList } from './rule-list'
import { inForce, type RuleBook, RuleVersions } from './rule-versions'
import { weekStartOf } from './week-start'

/** By which rules hours become pay at a workplace: what holds, what held, where it stands and an example. */
export function RulesPage({ book }: { book: RuleBook }) {
  const t = useTranslations('rule-sets')
  const { workplace, mayChange } = book
  const { id, name, currency } = workplace
  const now = inForce(book)
  return (
    <>
      <PageHeader
        back={{ href: `/employ/workplaces/${id}?tab=settings`, label: t('back') }}
        title={t('title')}
        description={t('description', { place: name })}
        actions={
          mayChange && <LinkButton href={`/employ/workplaces/${id}/rules/new`}>{t('change')}</LinkButton>
        }
      />
      <Notice className="mb-6">{t('noAdvice')}</Notice>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="grid gap-6">
          <InForce book={book} />
          <RuleVersions book={book} />
        </div>
        <div className="grid gap-6">
          <PayExampleCard rules={now?.rules ?? {}} currency={currency} weekStart={weekStartOf(book)} />
          <PresetSources preset={now?.preset ?? 'none'} />
        </div>
      </div>
    </>
  )
}

/** What holds today, in sentences. */
export function InForce({ book }: { book: RuleBook }) {
  const t = useTranslations('rule-sets')
  const dayText = useDayText()
  const presetName = usePresetName()
  const now = inForce(book)
  return (
    <Card>
      <CardHeader
        title={t('inForce.title')}
        description={now && t('inForce.since', { day: dayText(now.from), preset: presetName(now.preset) })}
      />
      <RuleList rules={now?.rules ?? {}} currency={book.workplace.currency} />
    </Card>
  )
}
