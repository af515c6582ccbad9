'use client'

import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ApiOutput } from '@/components/providers/api-output'
import { Badge } from '@/components/ui/badge'
import { Card, CardHeader } from '@/components/ui/card'
import { useDayText } from '@/components/words/calendar-day'
import { usePresetName } from '@/components/workplaces/rules-words'
import { isAdjusted } from '@/domain/rule-sets'
import { RuleList } from './rule-list'

export type RuleBook = ApiOutput['workplaces']['rules']
export type RuleVersion = RuleBook['versions'][number]

/** Of all versions, the latest first, the one that holds today. */
export const inForce = ({ versions }: RuleBook) => versions.find(({ begun }) => begun)

/** Every version of the rules, since when and why; each opens to what it says. */
export function RuleVersions({ book }: { book: RuleBook }) {
  const t = useTranslations('rule-sets')
  const now = inForce(book)
  return (
    <Card padded={false}>
      <CardHeader
        className="px-4 pt-4 sm:px-6 sm:pt-6"
        title={t('versions.title')}
        description={t('versions.hint')}
      />
      <ul className="divide-y border-t">
        {book.versions.map((version) => (
          <li key={version.id}>
            <Version version={version} now={version === now} currency={book.workplace.currency} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Version({ version, now, currency }: { version: RuleVersion; now: boolean; currency: string }) {
  const t = useTranslations('rule-sets')
  const dayText = useDayText()
  const presetName = usePresetName()
  const { from, begun, preset, rules, reason } = version
  const day = dayText(from)
  return (
    <details className="group">
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-3 px-4 py-2.5 hover:bg-sunken/60 sm:px-6">
        <ChevronDown
          aria-hidden="true"
          className="size-5 shrink-0 text-muted transition-transform group-open:rotate-180"
        />
        <span className="min-w-0 flex-1">
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <span className="font-semibold">
              {begun ? t('versions.since', { day }) : t('versions.from', { day })}
            </span>
            {now && <Badge tone="accent">{t('versions.now')}</Badge>}
            {isAdjusted(preset, rules) && <Badge>{t('versions.adjusted')}</Badge>}
          </span>
          <span className="block text-muted text-sm">{presetName(preset)}</span>
          {reason && (
            <span className="wrap-anywhere block text-muted text-sm">{t('versions.reason', { reason })}</span>
          )}
        </span>
      </summary>
      <div className="px-4 pt-1 pb-5 sm:px-6">
        <RuleList rules={rules} currency={currency} />
      </div>
    </details>
  )
}
