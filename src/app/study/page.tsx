import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AskedToWork } from '@/components/employments/asked-to-work'
import { OwnInvitations } from '@/components/places/own-invitations'
import { Today } from '@/components/study/today'
import { PageHeader } from '@/components/ui/page-header'
import { withWords } from '@/components/words/with-words'
import { caller } from '@/server/api/caller'
import { requireRole } from '@/server/sign-in/current-user'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('study')
  return { title: t('pages.today.title') }
}

async function TodayPage({ searchParams }: PageProps<'/study'>) {
  const user = await requireRole('STUDENT', '/study')
  const t = await getTranslations('study')
  const api = await caller()
  const [{ face }, today, enrolment, advice, classes, invitations, asked] = await Promise.all([
    searchParams,
    api.attendance.today(),
    api.enrolment.status(),
    api.enrolment.advice(),
    api.places.joined(),
    api.places.invitations(),
    api.employments.asked(),
  ])
  return (
    <>
      <PageHeader title={t('pages.today.title')} description={t('pages.today.hello', { name: user.name })} />
      <OwnInvitations initial={invitations} />
      <AskedToWork initial={asked} />
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

export default withWords(
  ['camera', 'clocking', 'demo', 'employments', 'enrolment', 'places', 'study'],
  TodayPage,
)
