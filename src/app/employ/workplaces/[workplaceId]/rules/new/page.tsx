import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { orNotFound } from '@/app/or-not-found'
import { NewRules } from '@/components/rule-sets/new-rules'
import { withWords } from '@/components/words/with-words'
import { caller } from '@/server/api/caller'
import { requireRole } from '@/server/sign-in/current-user'

type Props = PageProps<'/employ/workplaces/[workplaceId]/rules/new'>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('rule-sets'))('form.title') }
}

async function NewRulesPage({ params }: Props) {
  const { workplaceId } = await params
  await requireRole('EMPLOYER', `/employ/workplaces/${workplaceId}/rules/new`)
  const api = await caller()
  const book = await orNotFound(api.workplaces.rules({ workplaceId }))
  if (!book.mayChange) redirect(`/employ/workplaces/${workplaceId}/rules`)
  return <NewRules book={book} />
}

export default withWords(['pay-periods', 'payments', 'rule-sets', 'workplaces'], NewRulesPage)
