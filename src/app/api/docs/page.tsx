import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PublicShell } from '@/components/layout/public-shell'
import { Reference } from '@/components/reference/reference'
import { reference } from '@/server/api/reference'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reference')
  return { title: t('title') }
}

export default function ReferencePage() {
  return (
    <PublicShell>
      <Reference groups={reference()} />
    </PublicShell>
  )
}
