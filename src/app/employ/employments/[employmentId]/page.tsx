import type { Metadata } from 'next'
import { orNotFound } from '@/app/or-not-found'
import { EmploymentPage } from '@/components/employments/employment-page'
import { withWords } from '@/components/words/with-words'
import { dayOf } from '@/domain/time'
import { caller } from '@/server/api/caller'
import { requireRole } from '@/server/sign-in/current-user'

type Props = PageProps<'/employ/employments/[employmentId]'>

async function employmentOf({ params }: Pick<Props, 'params'>) {
  const { employmentId } = await params
  await requireRole('EMPLOYER', `/employ/employments/${employmentId}`)
  const api = await caller()
  return orNotFound(api.employments.byId({ employmentId }))
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await employmentOf(props)).name }
}

async function LedEmploymentPage(props: Props) {
  const employment = await employmentOf(props)
  const { id: employmentId, mayApprove, seesWages, workplace } = employment
  const api = await caller()
  const work =
    mayApprove || seesWages
      ? {
          initial: await api.overview.person({ employmentId }),
          corrections: await api.timeEntries.corrections({ workplaceId: workplace.id }),
        }
      : null
  const thisMonth = dayOf(new Date(), employment.workplace.timeZone).slice(0, 7)
  return <EmploymentPage key={employment.id} initial={employment} thisMonth={thisMonth} work={work} />
}

export default withWords(
  ['employments', 'face-opt-out', 'overview', 'pay-periods', 'payments', 'records', 'time-entries'],
  LedEmploymentPage,
)
