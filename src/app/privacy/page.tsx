import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Privacy } from '@/components/about/privacy'
import { PublicShell } from '@/components/layout/public-shell'
import { caller } from '@/server/api/caller'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('about')
  return { title: t('privacy.title') }
}

export default async function PrivacyPage() {
  const api = await caller()
  return (
    <PublicShell>
      <Privacy {...(await api.about.installation())} />
    </PublicShell>
  )
}
