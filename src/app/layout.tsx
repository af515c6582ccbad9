import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { ThemeProvider } from '@/components/providers/theme-provider'
import { TrpcProvider } from '@/components/providers/trpc-provider'
import { Toaster } from '@/components/ui/toaster'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Clockface', template: '%s · Clockface' },
  description: 'Attendance by face, on a machine of your own.',
  robots: { index: false },
}

export const viewport: Viewport = {
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf8f5' },
    { media: '(prefers-color-scheme: dark)', color: '#101423' },
  ],
}

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" suppressHydrationWarning>
      <body>
        <ThemeProvider>
          <TrpcProvider>{children}</TrpcProvider>
          <Toaster />
        </ThemeProvider>
      </body>
    </html>
  )
}
