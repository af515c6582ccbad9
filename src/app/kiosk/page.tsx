import type { Metadata } from 'next'
import { KioskGone } from '@/components/kiosks/kiosk-gone'
import { KioskPage } from '@/components/kiosks/kiosk-page'
import { caller } from '@/server/api/caller'
import { currentKiosk } from '@/server/auth/kiosk-cookie'

export const metadata: Metadata = { title: 'At the door' }

export default async function KioskRoute() {
  if (!(await currentKiosk())) return <KioskGone />
  const api = await caller()
  return <KioskPage initial={await api.kiosks.state()} />
}
