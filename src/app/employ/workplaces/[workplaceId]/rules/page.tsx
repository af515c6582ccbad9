import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { orNotFound } from '@/app/or-not-found'
import { RulesPage } from '@/components/rule-sets/rules-page'
import { withWords } from '@/components/words/with-words'
import { caller } from '@/server/api/caller'
import { requireRole } from '@/server/sign-in/current-user'

type Props = PageProps<'/employ/workplaces/[workplaceId]/rules'>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('rule-sets'))('title') }
}

async function WorkplaceRulesPage({ params }: Props) {
  const { workplaceId } = await params
  await requireRole('EMPLOYER', `/employ/workplaces/${workplaceId}/rules`)
  const api = await caller()
  return <RulesPage book={await orNotFound(api.workplaces.rules({ workplaceId }))} />
}

export default withWords(['pay-periods', 'payments', 'rule-sets', 'workplaces'], WorkplaceRulesPage)
