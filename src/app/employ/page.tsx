import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LedPayReminder } from '@/components/pay-periods/pay-reminder'
import { withWords } from '@/components/words/with-words'
import { LedWorkplaces } from '@/components/workplaces/led-workplaces'
import { caller } from '@/server/api/caller'
import { requireRole } from '@/server/sign-in/current-user'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('workplaces')
  return { title: t('title') }
}

async function EmployPage() {
  await requireRole('EMPLOYER', '/employ')
  const api = await caller()
  const [workplaces, invitations, waiting, overview] = await Promise.all([
    api.workplaces.led({ archived: false }),
    api.places.invitations(),
    api.payPeriods.waiting(),
    api.overview.now({}),
  ])
  return (
    <>
      <LedPayReminder workplaces={waiting} />
      <LedWorkplaces initial={workplaces} invitations={invitations} overview={overview} />
    </>
  )
}

export default withWords(
  ['lists', 'overview', 'pay-periods', 'places', 'time-entries', 'workplaces'],
  EmployPage,
)
