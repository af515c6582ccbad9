import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Contact } from '@/components/about/contact'
import { PublicShell } from '@/components/layout/public-shell'
import { caller } from '@/server/api/caller'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('about')
  return { title: t('contact.title') }
}

export default async function ContactPage() {
  const api = await caller()
  return (
    <PublicShell>
      <Contact {...(await api.about.installation())} />
    </PublicShell>
  )
}
