'use client'

import { ThemeProvider as NextThemes } from 'next-themes'
import type { ReactNode } from 'react'

interface ThemeProviderProps {
  /** Of its script that runs before the first paint. */
  nonce: string | undefined
  children: ReactNode
}

/** Light or dark by the class on <html>, set before the first paint; the device's choice unless told otherwise. */
export function ThemeProvider({ nonce, children }: ThemeProviderProps) {
  return (
    <NextThemes
      attribute="class"
      defaultTheme="system"
      enableSystem
      disableTransitionOnChange
      {...(nonce ? { nonce } : {})}
      storageKey="clockface-theme"
    >
      {children}
    </NextThemes>
  )
}
