import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { HowWell } from '@/components/calibration/how-well'
import { withWords } from '@/components/words/with-words'
import { caller } from '@/server/api/caller'
import { requireRole } from '@/server/sign-in/current-user'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('calibration')
  return { title: t('title') }
}

async function AdminRecognitionPage() {
  await requireRole('ADMIN', '/admin/recognition')
  const api = await caller()
  return <HowWell initial={await api.calibration.report()} />
}

export default withWords(['calibration', 'demo', 'face-checks'], AdminRecognitionPage)
