import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { kioskWords } from '@/server/api/kiosk-words'

/** A kiosk speaks its own language, whatever its browser asks for. */
export default async function KioskLayout({ children }: { children: ReactNode }) {
  const { locale, direction, messages } = await kioskWords()
  return (
    <NextIntlClientProvider locale={locale} messages={messages}>
      <div lang={locale} dir={direction} className="contents">
        {children}
      </div>
    </NextIntlClientProvider>
  )
}
