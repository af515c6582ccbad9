'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useState } from 'react'
import { Time } from './time'

interface PrintedLineProps {
  timeZone: string
  /** What the page belongs to, where its title does not say so. */
  children?: ReactNode
}

/** On paper only: what the page belongs to, and when it was printed. */
export function PrintedLine({ timeZone, children }: PrintedLineProps) {
  const ui = useTranslations('ui')
  const [at, setAt] = useState<Date | null>(null)
  useEffect(() => {
    const now = () => setAt(new Date())
    now()
    window.addEventListener('beforeprint', now)
    return () => window.removeEventListener('beforeprint', now)
  }, [])
  return (
    <span className="hidden print:block">
      {children}
      {children && at && ' · '}
      {at && ui.rich('printed', { at: () => <Time at={at} timeZone={timeZone} format="dateTime" /> })}
    </span>
  )
}
