import type { Metadata } from 'next'
import { OwnClasses } from '@/components/study/own-classes'
import { PageHeader } from '@/components/ui/page-header'
import { caller } from '@/server/api/caller'
import { requireRole } from '@/server/sign-in/current-user'

export const metadata: Metadata = { title: 'Classes' }

export default async function OwnClassesPage() {
  await requireRole('STUDENT', '/study/classes')
  const api = await caller()
  return (
    <>
      <PageHeader title="Classes" />
      <OwnClasses initial={await api.places.joined()} />
    </>
  )
}
