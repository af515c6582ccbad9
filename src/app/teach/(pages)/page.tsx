import type { Metadata } from 'next'
import { TaughtClasses } from '@/components/classes/taught-classes'
import { requireRole } from '@/server/auth/current-user'
import { caller } from '@/server/trpc/caller'

export const metadata: Metadata = { title: 'Classes' }

export default async function TeachPage() {
  await requireRole('TEACHER', '/teach')
  const api = await caller()
  return <TaughtClasses initial={await api.classes.taught({ archived: false })} />
}
