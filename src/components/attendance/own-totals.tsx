import { useFormatter, useTranslations } from 'next-intl'
import type { ApiOutput } from '@/components/providers/api-output'
import { Card } from '@/components/ui/card'
import { StatusDial, StatusLegend } from '@/components/ui/status-dial'
import { dialTotals } from './standing-look'

/** Attendance over all classes on the dial, and of each class below. */
export function OwnTotals({ totals }: { totals: ApiOutput['attendance']['ownTotals'] }) {
  const t = useTranslations('attendance')
  const format = useFormatter()
  const { all, classes } = totals
  return (
    <Card padded={false}>
      <div className="flex flex-wrap items-center justify-center gap-x-6 gap-y-4 px-4 py-6 sm:px-6">
        <StatusDial counts={dialTotals(all)} size={168} />
        <div className="min-w-40 flex-1">
          <p className="mb-2">
            {all.rate === null ? (
              <span className="text-muted">{t('own.nothingCounts')}</span>
            ) : (
              <span className="text-muted">
                {t.rich('own.attended', {
                  rate: all.rate,
                  b: (figure) => <span className="font-bold text-2xl text-ink tabular-nums">{figure}</span>,
                })}
              </span>
            )}
          </p>
          <StatusLegend counts={dialTotals(all)} onlyUsed />
        </div>
      </div>
      {classes.length > 1 && (
        <ul aria-label={t('own.byClass')} className="divide-y border-t">
          {classes.map(({ id, name, totals: own }) => (
            <li key={id} className="flex items-center gap-3.5 px-4 py-3 sm:px-6">
              <StatusDial counts={dialTotals(own)} size={40} />
              <p className="min-w-0 flex-1 wrap-anywhere font-semibold">{name}</p>
              <p className="text-end">
                <span className="font-bold tabular-nums">
                  {own.rate === null ? '–' : format.number(own.rate, { style: 'percent' })}
                </span>
                <span className="block text-muted text-xs">
                  {t('own.ofSessions', {
                    attended: own.present + own.late,
                    all: own.present + own.late + own.absent,
                  })}
                </span>
              </p>
            </li>
          ))}
        </ul>
      )}
      {all.excused > 0 && <p className="border-t px-4 py-3 text-muted text-sm sm:px-6">{t('own.excused')}</p>}
    </Card>
  )
}
