import type { Metadata, Viewport } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { DemoBanner } from '@/components/demo/demo-banner'
import { DemoProvider } from '@/components/demo/demo-provider'
import { EarlyTaps } from '@/components/layout/early-taps'
import { Listening } from '@/components/layout/listening'
import { SharedParts } from '@/components/layout/shared-parts'
import { OfflineBanner } from '@/components/offline/offline-banner'
import { ThemeProvider } from '@/components/providers/theme-provider'
import { TrpcProvider } from '@/components/providers/trpc-provider'
import { Toaster } from '@/components/ui/toaster'
import { ReaderZoneProvider } from '@/components/words/reader-zone'
import { wordsOf } from '@/components/words/with-words'
import { directionOf } from '@/domain/locale'
import { caller } from '@/server/api/caller'
import { reader, scriptNonce } from '@/server/api/reader'
import { currentUser } from '@/server/sign-in/current-user'
import './globals.css'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('layout')
  return {
    title: { default: 'Clockface', template: '%s · Clockface' },
    description: t('description'),
    robots: { index: false },
  }
}

export const viewport: Viewport = {
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf8f5' },
    { media: '(prefers-color-scheme: dark)', color: '#101423' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [{ locale, timeZone, zoneChosen }, user, nonce, messages] = await Promise.all([
    reader(),
    currentUser(),
    scriptNonce(),
    wordsOf(['errors', 'fields', 'layout', 'offline', 'ui']),
  ])
  const samples = user?.ofDemo ? await (await caller()).demo.samples() : null
  return (
    <html lang={locale.format} dir={directionOf(locale)} suppressHydrationWarning>
      <body>
        <EarlyTaps nonce={nonce} />
        <Listening />
        <SharedParts />
        <NextIntlClientProvider messages={messages}>
          <ReaderZoneProvider timeZone={timeZone} chosen={zoneChosen}>
            <ThemeProvider nonce={nonce}>
              <TrpcProvider>
                <OfflineBanner />
                {samples && <DemoBanner />}
                <DemoProvider samples={samples}>{children}</DemoProvider>
              </TrpcProvider>
              <Toaster />
            </ThemeProvider>
          </ReaderZoneProvider>
        </NextIntlClientProvider>
      </body>
    </html>
  )
}
