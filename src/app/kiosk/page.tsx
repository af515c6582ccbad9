import type { Metadata } from 'next'
import { createTranslator } from 'next-intl'
import { KioskGone } from '@/components/kiosks/kiosk-gone'
import { KioskPage } from '@/components/kiosks/kiosk-page'
import { caller } from '@/server/api/caller'
import { kioskWords } from '@/server/api/kiosk-words'
import { currentKiosk } from '@/server/auth/kiosk-cookie'

export async function generateMetadata(): Promise<Metadata> {
  const { locale, messages } = await kioskWords()
  return { title: createTranslator({ locale, messages, namespace: 'kiosks' })('title') }
}

export default async function KioskRoute() {
  if (!(await currentKiosk())) return <KioskGone />
  const api = await caller()
  return <KioskPage initial={await api.kiosks.state()} />
}
