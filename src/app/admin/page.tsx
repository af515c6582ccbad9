import type { Metadata } from 'next'
import { Installation } from '@/components/admin/installation'
import { requireRole } from '@/server/auth/current-user'
import { caller } from '@/server/trpc/caller'

export const metadata: Metadata = { title: 'Installation' }

export default async function AdminPage() {
  await requireRole('ADMIN', '/admin')
  const api = await caller()
  return <Installation initial={await api.admin.status()} />
}
