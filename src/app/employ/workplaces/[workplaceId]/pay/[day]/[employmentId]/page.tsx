import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { orNotFound } from '@/app/or-not-found'
import { TimesheetPage } from '@/components/pay-periods/timesheet-page'
import { FollowHours } from '@/components/time-entries/follow-hours'
import { withWords } from '@/components/words/with-words'
import { caller } from '@/server/api/caller'
import { requireRole } from '@/server/sign-in/current-user'

type Props = PageProps<'/employ/workplaces/[workplaceId]/pay/[day]/[employmentId]'>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('pay-periods'))('title') }
}

async function WorkplaceTimesheetPage({ params }: Props) {
  const of = await params
  await requireRole('EMPLOYER', `/employ/workplaces/${of.workplaceId}/pay/${of.day}/${of.employmentId}`)
  const api = await caller()
  const start = await api.feeds.start()
  const sheet = await orNotFound(api.payPeriods.timesheet(of))
  return (
    <>
      <FollowHours feed={{ kind: 'workplace', workplaceId: of.workplaceId }} start={start} />
      <TimesheetPage key={sheet.period.from} initial={sheet} />
    </>
  )
}

export default withWords(['extras', 'pay-periods', 'payments', 'time-entries'], WorkplaceTimesheetPage)
