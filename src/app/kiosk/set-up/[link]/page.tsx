import type { Metadata } from 'next'
import { AuthCard } from '@/components/account/auth-card'
import { KioskSetUp } from '@/components/kiosks/kiosk-set-up'
import { DialBackdrop } from '@/components/layout/dial-backdrop'
import { PublicShell } from '@/components/layout/public-shell'
import { TextLink } from '@/components/ui/text-link'
import { caller } from '@/server/api/caller'

export const metadata: Metadata = { title: 'Set up a kiosk', referrer: 'no-referrer' }

export default async function KioskSetUpRoute({ params }: PageProps<'/kiosk/set-up/[link]'>) {
  const { link } = await params
  const api = await caller()
  const kiosk = await api.kiosks.byLink({ link }).catch(() => null)
  return (
    <PublicShell>
      <div className="relative flex flex-1 items-start justify-center overflow-hidden px-4 pt-4 pb-12 sm:items-center">
        <DialBackdrop />
        {kiosk ? (
          <AuthCard
            title={`${kiosk.placeName}: ${kiosk.name}`}
            description="This device becomes the kiosk at the door: students clock in at it with their faces. Whoever is signed in here is signed out."
            footer="Not the right device? Close this page: the link still works on another one."
          >
            <KioskSetUp link={link} />
          </AuthCard>
        ) : (
          <AuthCard
            title="This link no longer works"
            description="It was used already, or its 15 minutes are over. In the settings of the class, a teacher makes a new one."
            footer={<TextLink href="/">To the start page</TextLink>}
          >
            <p className="text-muted">Is this device the kiosk already? Then open {`“/kiosk”`} on it.</p>
          </AuthCard>
        )}
      </div>
    </PublicShell>
  )
}
