import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PublicShell } from '@/components/layout/public-shell'
import { Reference } from '@/components/reference/reference'
import { withWords } from '@/components/words/with-words'
import { reference } from '@/server/api/reference'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reference')
  return { title: t('title') }
}

function ReferencePage() {
  return (
    <PublicShell>
      <Reference groups={reference()} />
    </PublicShell>
  )
}

export default withWords(['reference'], ReferencePage)
