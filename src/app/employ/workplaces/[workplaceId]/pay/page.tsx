import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { orNotFound } from '@/app/or-not-found'
import { ReviewPage } from '@/components/pay-periods/review-page'
import { withWords } from '@/components/words/with-words'
import { caller } from '@/server/api/caller'
import { requireRole } from '@/server/sign-in/current-user'

type Props = PageProps<'/employ/workplaces/[workplaceId]/pay'>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('pay-periods'))('title') }
}

/** The running period, or that of the day in the address. */
async function WorkplacePayPage({ params, searchParams }: Props) {
  const { workplaceId } = await params
  await requireRole('EMPLOYER', `/employ/workplaces/${workplaceId}/pay`)
  const { day } = await searchParams
  const api = await caller()
  const asked = async () => {
    const { today } = await api.payPeriods.ofWorkplace({ workplaceId })
    return api.payPeriods.review({ workplaceId, day: typeof day === 'string' ? day : today })
  }
  const review = await orNotFound(asked())
  return <ReviewPage key={review.period.from} initial={review} />
}

export default withWords(['lists', 'pay-periods', 'payments'], WorkplacePayPage)
