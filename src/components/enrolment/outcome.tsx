'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { classNames } from '@/components/ui/class-names'
import { softTone, type Tone } from '@/components/ui/tones'

interface OutcomeProps {
  tone: Tone
  icon: ReactNode
  title: ReactNode
  children?: ReactNode
  /** What to do next, the main thing first. */
  actions?: ReactNode
}

/** What came of a picture, large and in the middle, spoken at once, with the next step under it. */
export function Outcome({ tone, icon, title, children, actions }: OutcomeProps) {
  const box = useRef<HTMLDivElement>(null)
  // Whatever had the focus is covered now.
  useEffect(() => box.current?.focus(), [])
  return (
    <div
      ref={box}
      tabIndex={-1}
      className="flex w-full max-w-form flex-col items-center gap-2 px-2 py-4 text-center outline-none"
    >
      <div role="alert" className="flex flex-col items-center gap-2">
        <span
          aria-hidden="true"
          className={classNames(
            'mb-2 grid size-20 animate-rise place-items-center rounded-full [&_svg]:size-10',
            softTone[tone],
          )}
        >
          {icon}
        </span>
        <h3 className="text-balance font-bold text-2xl">{title}</h3>
        <div className="text-balance text-lg text-muted">{children}</div>
      </div>
      {actions && <div className="mt-4 flex w-full flex-col gap-2.5 sm:w-auto sm:min-w-64">{actions}</div>}
    </div>
  )
}
