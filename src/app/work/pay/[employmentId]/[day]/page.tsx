import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { orNotFound } from '@/app/or-not-found'
import { OwnTimesheet } from '@/components/pay-periods/own-timesheet'
import { FollowHours } from '@/components/time-entries/follow-hours'
import { withWords } from '@/components/words/with-words'
import { caller } from '@/server/api/caller'
import { requireRole } from '@/server/sign-in/current-user'

type Props = PageProps<'/work/pay/[employmentId]/[day]'>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('pay-periods'))('own.title') }
}

async function OwnTimesheetPage({ params }: Props) {
  const of = await params
  await requireRole('EMPLOYEE', `/work/pay/${of.employmentId}/${of.day}`)
  const api = await caller()
  const start = await api.feeds.start()
  const sheet = await orNotFound(api.payPeriods.ownTimesheet(of))
  return (
    <>
      <FollowHours feed={{ kind: 'work' }} start={start} />
      <OwnTimesheet key={sheet.period.from} initial={sheet} />
    </>
  )
}

export default withWords(['extras', 'pay-periods', 'payments', 'time-entries'], OwnTimesheetPage)
