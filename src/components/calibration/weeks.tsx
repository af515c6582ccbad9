import { useTranslations } from 'next-intl'
import type { ApiOutput } from '@/components/providers/api-output'
import { Card, CardHeader } from '@/components/ui/card'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { Time } from '@/components/ui/time'

type Week = ApiOutput['calibration']['report']['weeks'][number]

/** What did not work, week by week. */
export function Weeks({ weeks }: { weeks: Week[] }) {
  const t = useTranslations('calibration')
  const tried = weeks.filter(({ pictures, checks }) => (pictures ?? 0) > 0 || checks > 0)
  // Of photos that were not good enough nobody knows whose they were: a teacher is told of clocking alone.
  const ofSite = weeks.some(({ pictures }) => pictures !== null)
  const idle = weeks.length - tried.length
  if (tried.length === 0)
    return (
      <Card>
        <CardHeader title={t('weeks.title')} description={t('weeks.nobody', { weeks: weeks.length })} />
      </Card>
    )
  return (
    <Card padded={false}>
      <CardHeader
        className="px-4 pt-4 sm:px-6 sm:pt-6"
        title={t('weeks.title')}
        description={ofSite ? t('weeks.hint') : t('weeks.hintYours')}
      />
      <Table
        label={t('weeks.title')}
        head={
          <>
            <Th>{t('weeks.from')}</Th>
            {ofSite && <Th>{t('weeks.notEnrolled')}</Th>}
            <Th>{t('weeks.unusable')}</Th>
            <Th>{t('weeks.refused')}</Th>
          </>
        }
      >
        {tried.map(({ from, pictures, notEnrolled, checks, unusable, refused }) => (
          <Tr key={from.toISOString()}>
            <Td>
              <Time at={from} timeZone="UTC" format="date" />
            </Td>
            {pictures !== null && (
              <Td label={t('weeks.notEnrolledShort')}>
                <Share of={pictures}>{notEnrolled ?? 0}</Share>
              </Td>
            )}
            <Td label={t('weeks.unusableShort')}>
              <Share of={checks}>{unusable}</Share>
            </Td>
            <Td label={t('weeks.refusedShort')}>
              <Share of={checks}>{refused}</Share>
            </Td>
          </Tr>
        ))}
      </Table>
      {idle > 0 && (
        <p className="border-t px-4 py-3 text-muted text-sm sm:px-6">
          {t('weeks.idle', { idle, weeks: weeks.length })}
        </p>
      )}
    </Card>
  )
}

function Share({ children, of }: { children: number; of: number }) {
  const t = useTranslations('calibration')
  if (of === 0) return <span className="text-muted">{t('weeks.noneTried')}</span>
  return (
    <span className="inline-flex items-center gap-3 tabular-nums">
      <span>
        {t.rich('weeks.share', {
          count: children,
          all: of,
          muted: (words) => <span className="text-muted">{words}</span>,
        })}
      </span>
      <span aria-hidden="true" className="h-2 w-16 overflow-hidden rounded-full bg-sunken max-sm:hidden">
        <span className="block h-full bg-caution" style={{ width: `${(100 * children) / of}%` }} />
      </span>
    </span>
  )
}
