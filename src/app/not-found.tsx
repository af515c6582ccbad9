import { SearchX } from 'lucide-react'
import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { PublicShell } from '@/components/layout/public-shell'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('layout')
  return { title: t('notFound.title') }
}

export default function NotFound() {
  const t = useTranslations('layout')
  return (
    <PublicShell>
      <EmptyState
        className="flex-1 justify-center"
        icon={<SearchX />}
        title={t('notFound.title')}
        level={1}
        action={<LinkButton href="/">{t('notFound.start')}</LinkButton>}
      >
        {t('notFound.text')}
      </EmptyState>
    </PublicShell>
  )
}
