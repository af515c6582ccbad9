import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { orNotFound } from '@/app/or-not-found'
import { PaymentsPage } from '@/components/payments/payments-page'
import { withWords } from '@/components/words/with-words'
import { caller } from '@/server/api/caller'
import { requireRole } from '@/server/sign-in/current-user'

type Props = PageProps<'/employ/workplaces/[workplaceId]/payments'>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('lists'))('payments.title') }
}

async function WorkplacePaymentsPage({ params }: Props) {
  const { workplaceId } = await params
  await requireRole('EMPLOYER', `/employ/workplaces/${workplaceId}/payments`)
  const api = await caller()
  const { id, name, may } = await orNotFound(api.workplaces.byId({ workplaceId }))
  if (!may.seesWages) notFound()
  return <PaymentsPage workplace={{ id, name }} />
}

export default withWords(['lists', 'payments'], WorkplacePaymentsPage)
