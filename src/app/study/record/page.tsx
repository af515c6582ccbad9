import type { Metadata } from 'next'
import { OwnRecord } from '@/components/attendance/own-record'
import { PageHeader } from '@/components/ui/page-header'
import { caller } from '@/server/api/caller'
import { requireRole } from '@/server/sign-in/current-user'

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
