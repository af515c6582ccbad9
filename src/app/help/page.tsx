import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Help } from '@/components/about/help'
import { PublicShell } from '@/components/layout/public-shell'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('about')
  return { title: t('help.title') }
}

export default function HelpPage() {
  return (
    <PublicShell>
      <Help />
    </PublicShell>
  )
}
