import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { orNotFound } from '@/app/or-not-found'
import { WeekPage } from '@/components/overview/week-page'
import { withWords } from '@/components/words/with-words'
import { caller } from '@/server/api/caller'
import { requireRole } from '@/server/sign-in/current-user'

type Props = PageProps<'/employ/workplaces/[workplaceId]/week/[day]'>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('overview'))('pages.week') }
}

/** The week of a day; `now` is this one. */
async function WorkplaceWeekPage({ params }: Props) {
  const { workplaceId, day } = await params
  await requireRole('EMPLOYER', `/employ/workplaces/${workplaceId}/week/${day}`)
  const api = await caller()
  const week = await orNotFound(api.overview.week({ workplaceId, ...(day === 'now' ? {} : { day }) }))
  return <WeekPage key={week.days[0]} initial={week} />
}

export default withWords(['lists', 'overview', 'pay-periods'], WorkplaceWeekPage)
