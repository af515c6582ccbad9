import type { Metadata } from 'next'
import { HowWell } from '@/components/calibration/how-well'
import { caller } from '@/server/api/caller'
import { requireRole } from '@/server/sign-in/current-user'

export const metadata: Metadata = { title: 'How well does it work here?' }

export default async function TeachRecognitionPage() {
  const { roles } = await requireRole('TEACHER', '/teach/recognition')
  const api = await caller()
  return <HowWell initial={await api.calibration.report()} all={roles.includes('ADMIN')} />
}
