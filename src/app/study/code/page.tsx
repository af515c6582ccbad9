import type { Metadata } from 'next'
import { ScannedCode } from '@/components/clocking/scanned-code'
import { PageHeader } from '@/components/ui/page-header'
import { normaliseSessionCode } from '@/domain/session-code'
import { caller } from '@/server/api/caller'
import { requireRole } from '@/server/sign-in/current-user'

export const metadata: Metadata = { title: 'Clock in with the code' }

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? ''

export default async function ScannedCodePage({ searchParams }: PageProps<'/study/code'>) {
  const asked = await searchParams
  const sessionId = first(asked.session)
  const code = normaliseSessionCode(first(asked.code)).slice(0, 6)
  const query = new URLSearchParams({ session: sessionId, code })
  await requireRole('STUDENT', `/study/code?${query}`)
  const api = await caller()
  return (
    <>
      <PageHeader title="Clock in with the code" />
      <ScannedCode sessionId={sessionId} code={code} today={await api.attendance.today()} />
    </>
  )
}
