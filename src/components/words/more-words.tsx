'use client'

import { type Messages, NextIntlClientProvider, useLocale, useMessages } from 'next-intl'
import { type ReactNode, useMemo } from 'react'

interface MoreWordsProps {
  messages: Partial<Messages>
  children: ReactNode
}

/** Gives what it draws these sentences, besides those that are given around it. */
export function MoreWords({ messages, children }: MoreWordsProps) {
  const [around, locale] = [useMessages(), useLocale()]
  const all = useMemo(() => ({ ...around, ...messages }), [around, messages])
  return (
    <NextIntlClientProvider locale={locale} messages={all}>
      {children}
    </NextIntlClientProvider>
  )
}
