import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { orNotFound } from '@/app/or-not-found'
import { PersonWeek } from '@/components/time-entries/person-week'
import { PageHeader } from '@/components/ui/page-header'
import { withWords } from '@/components/words/with-words'
import { daySchema } from '@/domain/sessions-schema'
import { caller } from '@/server/api/caller'
import { requireRole } from '@/server/sign-in/current-user'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('time-entries')
  return { title: t('pages.hours') }
}

type Props = PageProps<'/employ/workplaces/[workplaceId]/now/[userId]'>

async function PersonHoursPage({ params, searchParams }: Props) {
  const { workplaceId, userId } = await params
  await requireRole('EMPLOYER', `/employ/workplaces/${workplaceId}/now/${userId}`)
  const t = await getTranslations('time-entries')
  const asked = (await searchParams).day
  const day = daySchema.safeParse(Array.isArray(asked) ? asked[0] : asked).data
  const api = await caller()
  const week = await orNotFound(api.timeEntries.week({ workplaceId, userId, day }))
  const back = { href: `/employ/workplaces/${workplaceId}/now`, label: week.workplace.name }
  return (
    <>
      <PageHeader title={t('pages.hours')} back={back} />
      <PersonWeek key={week.from} week={week} userId={userId} day={day} />
    </>
  )
}

export default withWords(['face-checks', 'time-entries'], PersonHoursPage)
