import { useTranslations } from 'next-intl'
import type { ApiOutput } from '@/components/providers/api-output'
import { Card } from '@/components/ui/card'
import { Stat } from '@/components/ui/stat'
import { Time } from '@/components/ui/time'
import { useMoneyText } from '@/components/words/money'
import { formatHours } from '@/domain/pay/durations'
import { Exceptions } from './exceptions'
import { SheetState } from './sheet-state'

type Sheet = ApiOutput['payPeriods']['ownTimesheet']

interface SheetHeadProps extends Pick<Sheet, 'sheet' | 'place'> {
  /** Whether it is shown to a leader, who can open the person's hours. */
  leads?: boolean
}

/** What a period comes to, and where it stands. */
export function SheetHead({ sheet, place, leads }: SheetHeadProps) {
  const t = useTranslations('pay-periods')
  const money = useMoneyText()
  const { paidMinutes, overtimeMinutes, gross, extras, signedAt, approvedAt, approvedBy } = sheet
  return (
    <Card className="grid gap-4">
      <dl className="grid grid-cols-2 gap-4 sm:grid-cols-4">
        <Stat label={t('review.hours')} value={formatHours(paidMinutes)} />
        <Stat label={t('review.overtime')} value={formatHours(overtimeMinutes)} />
        {extras && extras.amount !== 0 && <Stat label={t('review.extras')} value={money(extras)} />}
        {gross && <Stat label={t('review.gross')} value={money(gross)} hint={t('sheet.grossOnly')} />}
      </dl>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-muted text-sm">
        <SheetState state={sheet.state} />
        {signedAt && (
          <span>
            {t.rich('sheet.signedAt', {
              at: () => <Time at={signedAt} timeZone={place.timeZone} format="dateTime" />,
            })}
          </span>
        )}
        {approvedAt && (
          <span>
            {t.rich('sheet.approvedAt', {
              at: () => <Time at={approvedAt} timeZone={place.timeZone} format="dateTime" />,
              name: approvedBy?.name ?? '',
            })}
          </span>
        )}
      </div>
      <Exceptions
        exceptions={sheet.exceptions}
        hours={leads ? `/employ/workplaces/${place.id}/now/${sheet.userId}` : undefined}
      />
    </Card>
  )
}
