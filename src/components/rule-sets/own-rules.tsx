'use client'

import { useTranslations } from 'next-intl'
import { PageHeader } from '@/components/ui/page-header'
import { type RuleBook, RuleVersions } from './rule-versions'
import { InForce } from './rules-page'

/** The rules by which one’s own hours become pay, and those before them. */
export function OwnRules({ book }: { book: RuleBook }) {
  const t = useTranslations('rule-sets')
  return (
    <>
      <PageHeader
        back={{ href: '/work/workplaces', label: t('own.back') }}
        title={t('own.title')}
        description={t('own.description', { place: book.workplace.name })}
      />
      <div className="grid max-w-4xl gap-6">
        <InForce book={book} />
        <RuleVersions book={book} />
      </div>
    </>
  )
}
