import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { orNotFound } from '@/app/or-not-found'
import { TrendsPage } from '@/components/overview/trends-page'
import { withWords } from '@/components/words/with-words'
import { trendMonths, trendSplits, trendSteps } from '@/domain/trends'
import { caller } from '@/server/api/caller'
import { requireRole } from '@/server/sign-in/current-user'

type Props = PageProps<'/employ/workplaces/[workplaceId]/trends'>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('overview'))('pages.trends') }
}

/** What the address asks for, as far as it can be had. */
async function WorkplaceTrendsPage({ params, searchParams }: Props) {
  const { workplaceId } = await params
  await requireRole('EMPLOYER', `/employ/workplaces/${workplaceId}/trends`)
  const asked = await searchParams
  const api = await caller()
  const trends = await orNotFound(
    api.overview.trends({
      workplaceId,
      months: trendMonths.find((count) => String(count) === asked.months),
      step: trendSteps.find((one) => one === asked.step),
      split: trendSplits.find((one) => one === asked.split),
    }),
  )
  return <TrendsPage trends={trends} />
}

export default withWords(['overview'], WorkplaceTrendsPage)
