import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { orNotFound } from '@/app/or-not-found'
import { OwnRules } from '@/components/rule-sets/own-rules'
import { withWords } from '@/components/words/with-words'
import { caller } from '@/server/api/caller'
import { requireRole } from '@/server/sign-in/current-user'

type Props = PageProps<'/work/workplaces/[employmentId]/rules'>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('rule-sets'))('own.title') }
}

async function OwnRulesPage({ params }: Props) {
  const { employmentId } = await params
  await requireRole('EMPLOYEE', `/work/workplaces/${employmentId}/rules`)
  const api = await caller()
  return <OwnRules book={await orNotFound(api.workplaces.ownRules({ employmentId }))} />
}

export default withWords(['pay-periods', 'payments', 'rule-sets', 'workplaces'], OwnRulesPage)
