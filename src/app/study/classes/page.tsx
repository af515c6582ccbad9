import type { Metadata } from 'next'
import { OwnClasses } from '@/components/study/own-classes'
import { PageHeader } from '@/components/ui/page-header'
import { requireRole } from '@/server/auth/current-user'
import { caller } from '@/server/trpc/caller'

export const metadata: Metadata = { title: 'Classes' }

export default async function OwnClassesPage() {
  await requireRole('STUDENT', '/study/classes')
  const api = await caller()
  return (
    <>
      <PageHeader title="Classes" />
      <OwnClasses initial={await api.classes.joined()} />
    </>
  )
}
