import type { Metadata } from 'next'
import { MyFace } from '@/components/enrolment/my-face'
import { PageHeader } from '@/components/ui/page-header'
import { caller } from '@/server/api/caller'
import { requireRole } from '@/server/sign-in/current-user'

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
