import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { ReaderZoneProvider } from '@/components/words/reader-zone'
import { kioskWords } from '@/server/api/kiosk-words'

/** A kiosk speaks its own language, whatever its browser asks for, and its clock is the place's. */
export default async function KioskLayout({ children }: { children: ReactNode }) {
  const { locale, direction, messages } = await kioskWords()
  return (
    <NextIntlClientProvider locale={locale} messages={messages}>
      <ReaderZoneProvider timeZone={null} chosen>
        <div lang={locale} dir={direction} className="contents">
          {children}
        </div>
      </ReaderZoneProvider>
    </NextIntlClientProvider>
  )
}
