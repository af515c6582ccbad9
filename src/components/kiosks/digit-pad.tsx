'use client'

import { ArrowRight, Delete } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { FormEvent, ReactNode } from 'react'
import { classNames } from '@/components/ui/class-names'

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

interface DigitPadProps {
  label: string
  /** Nobody behind the person is to read it. */
  hidden?: boolean
  typed: string
  onType: (text: string) => void
  ready: boolean
  onDone: () => void
  /** Under the pad: another way. */
  children?: ReactNode
}

/** Digits typed with a finger, or on a keyboard where there is one. */
export function DigitPad({ label, hidden = false, typed, onType, ready, onDone, children }: DigitPadProps) {
  const t = useTranslations('kiosks')
  const type = (text: string) => onType(text.replace(/\D/g, ''))

  function submit(event: FormEvent) {
    event.preventDefault()
    if (ready) onDone()
  }

  return (
    <form onSubmit={submit} className="mx-auto grid w-full max-w-96 gap-4">
      <label className="grid gap-2 text-center">
        <span className="font-bold text-2xl">{label}</span>
        <input
          type={hidden ? 'password' : 'text'}
          value={typed}
          onChange={(event) => type(event.target.value)}
          // The pad is the keyboard; a screen's own would cover it.
          inputMode="none"
          autoComplete="off"
          placeholder="–"
          className="h-16 w-full rounded-lg border-2 border-line-strong bg-surface text-center font-bold text-3xl tabular-nums tracking-widest placeholder:text-muted"
        />
      </label>
      <div className="grid grid-cols-3 gap-3">
        {DIGITS.map((digit) => (
          <Key key={digit} onPress={() => type(typed + digit)}>
            {digit}
          </Key>
        ))}
        <Key label={t('number.deleteDigit')} onPress={() => type(typed.slice(0, -1))}>
          <Delete aria-hidden="true" className="size-7" />
        </Key>
        <Key onPress={() => type(`${typed}0`)}>0</Key>
        <button
          type="submit"
          aria-label={t('number.goOn')}
          disabled={!ready}
          className={classNames(keyStyles, 'bg-accent text-on-accent disabled:opacity-55')}
        >
          <ArrowRight aria-hidden="true" className="size-8" />
        </button>
      </div>
      {children}
    </form>
  )
}

const keyStyles =
  'grid h-16 touch-manipulation place-items-center rounded-lg font-semibold text-2xl shadow-sm transition-transform active:scale-95'

interface KeyProps {
  label?: string
  onPress: () => void
  children: ReactNode
}

function Key({ label, onPress, children }: KeyProps) {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={onPress}
      className={classNames(keyStyles, 'border border-line-strong/60 bg-surface hover:bg-neutral-soft')}
    >
      {children}
    </button>
  )
}
