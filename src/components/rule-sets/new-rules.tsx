'use client'

import { useTranslations } from 'next-intl'
import { later } from '@/components/ui/later'
import { PageHeader } from '@/components/ui/page-header'
import { ListSkeleton } from '@/components/ui/skeleton'
import type { RuleBook } from './rule-versions'

const NewRulesForm = later(() => import('./new-rules-form').then(({ NewRulesForm }) => NewRulesForm), {
  meanwhile: <ListSkeleton rows={8} />,
})

/** Other rules from a day on. */
export function NewRules({ book }: { book: RuleBook }) {
  const t = useTranslations('rule-sets')
  const { workplace } = book
  return (
    <>
      <PageHeader
        back={{ href: `/employ/workplaces/${workplace.id}/rules`, label: t('form.back') }}
        title={t('form.title')}
        description={t('description', { place: workplace.name })}
      />
      <NewRulesForm book={book} />
    </>
  )
}
