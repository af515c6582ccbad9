import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ScannedCode } from '@/components/clocking/scanned-code'
import { PageHeader } from '@/components/ui/page-header'
import { withWords } from '@/components/words/with-words'
import { LONG_CODE_DIGITS, normaliseSessionCode } from '@/domain/session-code'
import { caller } from '@/server/api/caller'
import { requireRole } from '@/server/sign-in/current-user'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('study')
  return { title: t('pages.code') }
}

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? ''

async function ScannedCodePage({ searchParams }: PageProps<'/study/code'>) {
  const asked = await searchParams
  const sessionId = first(asked.session)
  const code = normaliseSessionCode(first(asked.code)).slice(0, LONG_CODE_DIGITS)
  const query = new URLSearchParams({ session: sessionId, code })
  await requireRole('STUDENT', `/study/code?${query}`)
  const t = await getTranslations('study')
  const api = await caller()
  return (
    <>
      <PageHeader title={t('pages.code')} />
      <ScannedCode sessionId={sessionId} code={code} today={await api.attendance.today()} />
    </>
  )
}

export default withWords(['clocking'], ScannedCodePage)
