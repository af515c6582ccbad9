'use client'

import { Circle, CircleCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Card, CardHeader } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { rulesInForce, usePresetName } from './rules-words'
import type { Workplace } from './workplace'

/** From an empty workplace to the first clock-in: rules, team, kiosk, clocking. Gone once people work there. */
export function FirstSteps({ workplace: { id, steps, rules } }: { workplace: Workplace }) {
  const t = useTranslations('workplaces')
  const presetName = usePresetName()
  const { people, invited, kiosk, clockedIn } = steps
  if (clockedIn) return null
  const here = `/employ/workplaces/${id}`
  const list = [
    {
      ...{ name: t('steps.rules'), done: true, href: `${here}/rules` },
      hint: t('steps.rulesHint', { preset: presetName(rulesInForce(rules)?.preset ?? null) }),
    },
    {
      ...{ name: t('steps.team'), done: people + invited > 0, href: `${here}?tab=team` },
      hint: t('steps.teamHint', { people, invited }),
    },
    {
      ...{ name: t('steps.kiosk'), done: kiosk, href: `${here}?tab=settings#kiosks` },
      hint: t('steps.kioskHint'),
    },
    { name: t('steps.clock'), hint: t('steps.clockHint'), done: false, href: null },
  ]
  return (
    <Card className="max-w-3xl">
      <CardHeader title={t('steps.title')} description={t('steps.hint')} />
      <ol className="divide-y">
        {list.map(({ name, hint, done, href }) => (
          <li key={name} className="flex items-center gap-3 py-3.5">
            {done ? (
              <CircleCheck
                role="img"
                aria-label={t('steps.done')}
                className="size-6 shrink-0 text-positive-ink"
              />
            ) : (
              <Circle role="img" aria-label={t('steps.open')} className="size-6 shrink-0 text-muted" />
            )}
            <div className="min-w-0 flex-1">
              <p className="font-semibold">{name}</p>
              <p className="text-muted text-sm">{hint}</p>
            </div>
            {href && (
              <LinkButton variant={done ? 'ghost' : 'secondary'} size="sm" aria-label={name} href={href}>
                {t('steps.go')}
              </LinkButton>
            )}
          </li>
        ))}
      </ol>
    </Card>
  )
}
