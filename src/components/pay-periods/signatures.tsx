import { useTranslations } from 'next-intl'
import type { ApiOutput } from '@/components/providers/api-output'
import { Card, CardHeader } from '@/components/ui/card'
import { Time } from '@/components/ui/time'

type Sheet = ApiOutput['payPeriods']['ownTimesheet']
/** Who signed when, and what took it back. */
export function Signatures({ history, place }: Pick<Sheet, 'history' | 'place'>) {
  const t = useTranslations('pay-periods')
  if (history.length === 0) return null
  return (
    <Card>
      <CardHeader title={t('history.title')} />
      <ol className="grid gap-3 text-sm">
        {history.map((change) => (
          <li key={change.id}>
            <p>
              <Time at={change.at} timeZone={place.timeZone} format="dateTime" />{' '}
              <span translate="no" className="font-semibold">
                {change.by ?? t('history.byItself')}
              </span>{' '}
              {t(`history.${change.act}`)}
            </p>
            {change.reason && <p className="text-muted">{change.reason}</p>}
          </li>
        ))}
      </ol>
    </Card>
  )
}
