'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { DigitPad } from './digit-pad'

const LONGEST = 5

interface NumberPadProps {
  onNumber: (number: number) => void
  /** Under the pad: another way. */
  children?: ReactNode
}

/** Somebody's number at the place. */
export function NumberPad({ onNumber, children }: NumberPadProps) {
  const t = useTranslations('kiosks')
  const [typed, setTyped] = useState('')
  const number = Number(typed)
  return (
    <DigitPad
      label={t('number.title')}
      typed={typed}
      onType={(text) => setTyped(text.slice(0, LONGEST))}
      ready={number > 0}
      onDone={() => onNumber(number)}
    >
      {children}
    </DigitPad>
  )
}
