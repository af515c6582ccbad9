import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { orNotFound } from '@/app/or-not-found'
import { HoursPage } from '@/components/time-entries/hours-page'
import { withWords } from '@/components/words/with-words'
import { caller } from '@/server/api/caller'
import { requireRole } from '@/server/sign-in/current-user'

type Props = PageProps<'/employ/workplaces/[workplaceId]/hours'>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('lists'))('hours.title') }
}

async function WorkplaceHoursPage({ params }: Props) {
  const { workplaceId } = await params
  await requireRole('EMPLOYER', `/employ/workplaces/${workplaceId}/hours`)
  const api = await caller()
  const { id, name, timeZone, kinds } = await orNotFound(api.workplaces.byId({ workplaceId }))
  return <HoursPage workplace={{ id, name, timeZone, kinds }} />
}

export default withWords(['lists'], WorkplaceHoursPage)
