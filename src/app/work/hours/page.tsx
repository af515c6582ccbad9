import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { HoursExceptions } from '@/components/pay-periods/hours-exceptions'
import { ownGroups } from '@/components/pay-periods/own-groups'
import { MonthRecords } from '@/components/records/month-records'
import { HoursOf } from '@/components/time-entries/hours-of'
import { OwnWeek } from '@/components/time-entries/own-week'
import { PageHeader } from '@/components/ui/page-header'
import { withWords } from '@/components/words/with-words'
import { daySchema } from '@/domain/sessions-schema'
import { dayOf } from '@/domain/time'
import { caller } from '@/server/api/caller'
import { requireRole } from '@/server/sign-in/current-user'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('time-entries')
  return { title: t('pages.hours') }
}

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)

async function HoursPage({ searchParams }: PageProps<'/work/hours'>) {
  await requireRole('EMPLOYEE', '/work/hours')
  const t = await getTranslations('time-entries')
  const api = await caller()
  const [asked, today, corrections, employments, waiting] = await Promise.all([
    searchParams,
    api.timeEntries.today(),
    api.timeEntries.ownCorrections(),
    api.employments.own(),
    api.payPeriods.ownWaiting(),
  ])
  const { workplaces } = today
  const workplace = workplaces.find(({ id }) => id === first(asked.workplace)) ?? workplaces[0]
  const day = daySchema.safeParse(first(asked.day)).data
  const week = workplace && (await api.timeEntries.ownWeek({ workplaceId: workplace.id, day }))
  return (
    <>
      <PageHeader title={t('pages.hours')} />
      <HoursOf workplaces={workplaces} chosen={workplace?.id} />
      {week && (
        <OwnWeek
          key={`${week.workplace.id} ${week.from}`}
          week={week}
          corrections={corrections}
          kinds={workplace.kinds}
          live={today}
          day={day}
        />
      )}
      <div className="mt-6 grid max-w-3xl gap-6">
        <HoursExceptions groups={ownGroups(waiting)} />
        <MonthRecords
          employments={employments}
          thisMonth={dayOf(today.now, workplace?.timeZone ?? 'UTC').slice(0, 7)}
        />
      </div>
    </>
  )
}

export default withWords(['face-checks', 'pay-periods', 'records', 'time-entries'], HoursPage)
