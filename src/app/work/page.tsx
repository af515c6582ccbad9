import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AskedToWork } from '@/components/employments/asked-to-work'
import { OwnEarnings } from '@/components/overview/own-earnings'
import { OwnPayReminder } from '@/components/pay-periods/pay-reminder'
import { OwnDataCard } from '@/components/records/own-data-card'
import { WorkToday } from '@/components/time-entries/work-today'
import { PageHeader } from '@/components/ui/page-header'
import { withWords } from '@/components/words/with-words'
import { caller } from '@/server/api/caller'
import { requireRole } from '@/server/sign-in/current-user'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('time-entries')
  return { title: t('pages.today') }
}

async function WorkTodayPage() {
  const user = await requireRole('EMPLOYEE', '/work')
  const t = await getTranslations('time-entries')
  const api = await caller()
  const [today, enrolment, own, asked] = await Promise.all([
    api.timeEntries.today(),
    api.enrolment.status(),
    api.overview.own(),
    api.employments.asked(),
  ])
  return (
    <>
      <PageHeader title={t('pages.today')} description={t('pages.hello', { name: user.name })} />
      <AskedToWork initial={asked} />
      <OwnPayReminder initial={own} />
      <WorkToday today={today} enrolment={enrolment} />
      <OwnEarnings initial={own} />
      <div className="mt-6 max-w-3xl">
        <OwnDataCard />
      </div>
    </>
  )
}

export default withWords(
  ['camera', 'clocking', 'demo', 'employments', 'enrolment', 'overview', 'pay-periods', 'time-entries'],
  WorkTodayPage,
)
