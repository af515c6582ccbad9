import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { orNotFound } from '@/app/or-not-found'
import { FormatsPage } from '@/components/exports/formats-page'
import { withWords } from '@/components/words/with-words'
import { caller } from '@/server/api/caller'
import { requireRole } from '@/server/sign-in/current-user'

type Props = PageProps<'/employ/workplaces/[workplaceId]/payroll'>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('payments'))('formats.title') }
}

async function WorkplacePayrollPage({ params, searchParams }: Props) {
  const { workplaceId } = await params
  await requireRole('EMPLOYER', `/employ/workplaces/${workplaceId}/payroll`)
  const { day } = await searchParams
  const api = await caller()
  const { today, rights } = await orNotFound(api.payPeriods.ofWorkplace({ workplaceId }))
  if (!rights.pay) notFound()
  const known = await orNotFound(api.exports.formats({ workplaceId }))
  return <FormatsPage workplaceId={workplaceId} day={typeof day === 'string' ? day : today} initial={known} />
}

export default withWords(['lists', 'payments'], WorkplacePayrollPage)
