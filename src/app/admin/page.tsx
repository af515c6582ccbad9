import type { Metadata } from 'next'
import { Installation } from '@/components/admin/installation'
import { caller } from '@/server/api/caller'
import { requireRole } from '@/server/sign-in/current-user'

export const metadata: Metadata = { title: 'Installation' }

export default async function AdminPage() {
  await requireRole('ADMIN', '/admin')
  const api = await caller()
  return <Installation initial={await api.admin.status()} />
}
