import { useTranslations } from 'next-intl'
import { dialTotals } from '@/components/attendance/standing-look'
import { Card } from '@/components/ui/card'
import { Stat } from '@/components/ui/stat'
import { StatusDial, StatusLegend } from '@/components/ui/status-dial'
import type { StudentInClass } from './student'

/** The rate, how it is counted, and how late. */
export function StudentSums({ student: { totals, notTaken, late } }: { student: StudentInClass }) {
  const t = useTranslations('students')
  const { present, absent, rate } = totals
  const attended = present + totals.late
  return (
    <Card aria-label={t('sums.title')} className="grid gap-5">
      <div className="flex flex-wrap items-center justify-center gap-x-6 gap-y-4">
        <StatusDial counts={dialTotals(totals)} size={148} />
        <StatusLegend counts={dialTotals(totals)} onlyUsed className="grid min-w-32 flex-1 gap-1.5" />
      </div>
      <div className="grid gap-1 text-sm">
        {rate === null ? (
          <p>{t('sums.nothing')}</p>
        ) : (
          <>
            <p>
              {t.rich('sums.attended', {
                rate,
                b: (figure) => <span className="font-bold text-2xl tabular-nums">{figure}</span>,
              })}
            </p>
            <p>{t('sums.counted', { attended, all: attended + absent })}</p>
          </>
        )}
        <p className="text-muted">{t('sums.how')}</p>
      </div>
      {(late.timed > 0 || notTaken > 0) && (
        <dl className="grid grid-cols-2 gap-4 border-t pt-4">
          {late.timed > 0 && (
            <>
              <Stat label={t('sums.late')} value={t('sums.minutes', { minutes: late.minutes })} />
              <Stat
                label={t('sums.lateAverage')}
                value={t('sums.minutes', { minutes: Math.round(late.minutes / late.timed) })}
              />
            </>
          )}
          {notTaken > 0 && <Stat label={t('sums.notTaken')} value={notTaken} />}
        </dl>
      )}
      {late.timed > 0 && <p className="text-muted text-sm">{t('sums.lateHint')}</p>}
    </Card>
  )
}
