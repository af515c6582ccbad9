'use client'

import { Circle, CircleCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Card, CardHeader } from '@/components/ui/card'
import { rulesInForce, usePresetName } from './rules-words'
import type { Workplace } from './workplace'

interface FirstStepsProps {
  workplace: Workplace
  onGo: (tab: string) => void
}

/** From an empty workplace to the first clock-in: rules, team, kiosk, clocking. */
export function FirstSteps({ workplace: { steps, rules }, onGo }: FirstStepsProps) {
  const t = useTranslations('workplaces')
  const presetName = usePresetName()
  const { people, invited, kiosk, clockedIn } = steps
  const list = [
    {
      ...{ name: t('steps.rules'), done: true, tab: 'settings' },
      hint: t('steps.rulesHint', { preset: presetName(rulesInForce(rules)?.preset ?? null) }),
    },
    {
      ...{ name: t('steps.team'), done: people + invited > 0, tab: 'team' },
      hint: t('steps.teamHint', { people, invited }),
    },
    { name: t('steps.kiosk'), hint: t('steps.kioskHint'), done: kiosk, tab: 'settings' },
    { name: t('steps.clock'), hint: t('steps.clockHint'), done: clockedIn, tab: null },
  ]
  return (
    <Card className="max-w-3xl">
      <CardHeader title={t('steps.title')} description={t('steps.hint')} />
      <ol className="divide-y">
        {list.map(({ name, hint, done, tab }) => (
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
            {tab && (
              <Button
                variant={done ? 'ghost' : 'secondary'}
                size="sm"
                aria-label={name}
                onClick={() => onGo(tab)}
              >
                {t('steps.go')}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </Card>
  )
}
