import type { Metadata } from 'next'
import { OwnRecord } from '@/components/attendance/own-record'
import { PageHeader } from '@/components/ui/page-header'
import { requireRole } from '@/server/auth/current-user'
import { caller } from '@/server/trpc/caller'

export const metadata: Metadata = { title: 'Record' }

export default async function OwnRecordPage() {
  await requireRole('STUDENT', '/study/record')
  const api = await caller()
  return (
    <>
      <PageHeader title="Record" description="Your attendance in all your classes." />
      <OwnRecord initial={await api.attendance.ownTotals()} />
    </>
  )
}
