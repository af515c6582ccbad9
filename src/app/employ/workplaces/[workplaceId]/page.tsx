import type { Metadata } from 'next'
import { orNotFound } from '@/app/or-not-found'
import { withWords } from '@/components/words/with-words'
import { WorkplacePage } from '@/components/workplaces/workplace-page'
import { type WorkplaceTab, workplaceTabs } from '@/components/workplaces/workplace-tabs'
import { caller } from '@/server/api/caller'
import { requireRole } from '@/server/sign-in/current-user'

type Props = PageProps<'/employ/workplaces/[workplaceId]'>

async function workplaceOf({ params }: Pick<Props, 'params'>) {
  const { workplaceId } = await params
  await requireRole('EMPLOYER', `/employ/workplaces/${workplaceId}`)
  const api = await caller()
  return orNotFound(api.workplaces.byId({ workplaceId }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await workplaceOf({ params })).name }
}

async function LedWorkplacePage({ params, searchParams }: Props) {
  const workplace = await workplaceOf({ params })
  const api = await caller()
  const overview = await orNotFound(api.overview.now({ workplaceId: workplace.id }))
  const { tab } = await searchParams
  const known = workplaceTabs.find((one: WorkplaceTab) => one === tab) ?? 'overview'
  return <WorkplacePage tab={known} initial={workplace} overview={overview} />
}

export default withWords(
  [
    'classes',
    'employments',
    'inspections',
    'kiosks',
    'lists',
    'overview',
    'pay-periods',
    'places',
    'records',
    'time-entries',
    'workplaces',
  ],
  LedWorkplacePage,
)
