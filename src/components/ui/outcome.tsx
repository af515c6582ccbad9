'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { classNames } from './class-names'
import { softTone, type Tone } from './tones'

interface OutcomeProps {
  tone: Tone
  icon: ReactNode
  title: ReactNode
  children?: ReactNode
  /** What to do next, the main thing first. */
  actions?: ReactNode
  /** `far` fills what it is in and is read from two steps away. */
  size?: 'near' | 'far'
}

const sizes = {
  near: {
    heading: 'h3',
    box: 'w-full max-w-form gap-2 px-2 py-4',
    said: 'gap-2',
    icon: 'mb-2 size-20 [&_svg]:size-10',
    title: 'text-2xl',
    text: 'text-lg',
    actions: 'mt-4 w-full flex-col gap-2.5 sm:w-auto sm:min-w-64',
  },
  far: {
    heading: 'h2',
    box: 'size-full gap-6 px-4 py-6 landscape:justify-center',
    said: 'gap-3',
    icon: 'size-24 [&_svg]:size-12',
    title: 'wrap-anywhere text-3xl lg:text-4xl',
    text: 'max-w-form text-xl lg:text-2xl',
    actions: 'w-full flex-wrap justify-center gap-3',
  },
} as const

/** What came of a picture, large and in the middle, spoken at once, with the next step under it. */
export function Outcome({ tone, icon, title, children, actions, size = 'near' }: OutcomeProps) {
  const box = useRef<HTMLDivElement>(null)
  const { heading: Heading, ...styles } = sizes[size]
  // Whatever had the focus is covered now.
  useEffect(() => box.current?.focus(), [])
  return (
    <div
      ref={box}
      tabIndex={-1}
      className={classNames('flex flex-col items-center text-center outline-none', styles.box)}
    >
      <div role="alert" className={classNames('flex flex-col items-center', styles.said)}>
        <span
          aria-hidden="true"
          className={classNames(
            'grid animate-rise place-items-center rounded-full',
            styles.icon,
            softTone[tone],
          )}
        >
          {icon}
        </span>
        <Heading className={classNames('text-balance font-bold', styles.title)}>{title}</Heading>
        <div className={classNames('text-balance text-muted', styles.text)}>{children}</div>
      </div>
      {actions && <div className={classNames('flex', styles.actions)}>{actions}</div>}
    </div>
  )
}
