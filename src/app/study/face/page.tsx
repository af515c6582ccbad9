import type { Metadata } from 'next'
import { MyFace } from '@/components/enrolment/my-face'
import { PageHeader } from '@/components/ui/page-header'
import { requireRole } from '@/server/auth/current-user'
import { caller } from '@/server/trpc/caller'

export const metadata: Metadata = { title: 'My face' }

export default async function MyFacePage() {
  await requireRole('STUDENT', '/study/face')
  const api = await caller()
  const [status, advice] = await Promise.all([api.enrolment.status(), api.enrolment.advice()])
  return (
    <>
      <PageHeader title="My face" />
      <MyFace initial={status} initialAdvice={advice} />
    </>
  )
}
