'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { DigitPad } from './digit-pad'

const LEAST = 4
const MOST = 8

interface PinPadProps {
  pending: boolean
  onPin: (pin: string) => void
  children?: ReactNode
}

/** A PIN, hidden as it is typed. */
export function PinPad({ pending, onPin, children }: PinPadProps) {
  const t = useTranslations('kiosks')
  const [typed, setTyped] = useState('')
  return (
    <DigitPad
      label={t('work.pin')}
      hidden
      typed={typed}
      onType={(text) => setTyped(text.slice(0, MOST))}
      ready={typed.length >= LEAST && !pending}
      onDone={() => onPin(typed)}
    >
      {children}
    </DigitPad>
  )
}
