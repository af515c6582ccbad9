import type { Metadata } from 'next'
import { OwnInvitations } from '@/components/places/own-invitations'
import { Today } from '@/components/study/today'
import { PageHeader } from '@/components/ui/page-header'
import { caller } from '@/server/api/caller'
import { requireRole } from '@/server/sign-in/current-user'

export const metadata: Metadata = { title: 'Today' }

export default async function TodayPage({ searchParams }: PageProps<'/study'>) {
  const user = await requireRole('STUDENT', '/study')
  const api = await caller()
  const [{ face }, today, enrolment, advice, classes, invitations] = await Promise.all([
    searchParams,
    api.attendance.today(),
    api.enrolment.status(),
    api.enrolment.advice(),
    api.places.joined(),
    api.places.invitations(),
  ])
  return (
    <>
      <PageHeader title="Today" description={`Hello, ${user.name}.`} />
      <OwnInvitations initial={invitations} />
      <Today
        today={today}
        enrolment={enrolment}
        advice={advice}
        classes={classes}
        choseWithout={face === 'without'}
      />
    </>
  )
}
