import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { InBrief } from '@/components/calibration/in-brief'
import { withWords } from '@/components/words/with-words'
import { caller } from '@/server/api/caller'
import { requireRole } from '@/server/sign-in/current-user'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('calibration')
  return { title: t('title') }
}

async function TeachRecognitionPage() {
  const { roles } = await requireRole('TEACHER', '/teach/recognition')
  const api = await caller()
  return <InBrief initial={await api.calibration.report()} admin={roles.includes('ADMIN')} />
}

export default withWords(['calibration', 'demo'], TeachRecognitionPage)
