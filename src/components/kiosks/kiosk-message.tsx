'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { softTone, type Tone } from '@/components/ui/tones'

interface KioskMessageProps {
  tone: Tone
  icon: ReactNode
  title: string
  text: string
  actions?: ReactNode
}

/** What the tablet says, to be read from two steps away. */
export function KioskMessage({ tone, icon, title, text, actions }: KioskMessageProps) {
  const box = useRef<HTMLDivElement>(null)
  // Whatever had the focus is covered now.
  useEffect(() => box.current?.focus(), [])
  return (
    <div
      ref={box}
      tabIndex={-1}
      className="flex size-full flex-col items-center gap-6 px-4 py-6 text-center outline-none landscape:justify-center"
    >
      <div role="alert" className="flex flex-col items-center gap-3">
        <span
          aria-hidden="true"
          className={classNames(
            'grid size-24 animate-rise place-items-center rounded-full [&_svg]:size-12',
            softTone[tone],
          )}
        >
          {icon}
        </span>
        <p className="wrap-anywhere text-balance font-bold text-3xl lg:text-4xl">{title}</p>
        <p className="max-w-form text-balance text-muted text-xl lg:text-2xl">{text}</p>
      </div>
      {actions && <div className="flex w-full flex-wrap justify-center gap-3">{actions}</div>}
    </div>
  )
}

interface KioskButtonProps {
  variant?: 'primary' | 'secondary'
  loading?: boolean
  onPress: () => void
  children: ReactNode
}

/** A button that nobody misses with a finger. */
export function KioskButton({ variant = 'primary', loading = false, onPress, children }: KioskButtonProps) {
  return (
    <Button
      variant={variant}
      size="lg"
      loading={loading}
      onClick={onPress}
      className="h-18 min-w-44 flex-1 touch-manipulation text-xl sm:max-w-64"
    >
      {children}
    </Button>
  )
}
