import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { softTone, type Tone } from './tones'

interface BadgeProps {
  tone?: Tone
  icon?: ReactNode
  size?: 'md' | 'lg'
  className?: string
  children: ReactNode
}

export function Badge({ tone = 'neutral', icon, size = 'md', className, children }: BadgeProps) {
  return (
    <span
      className={classNames(
        'inline-flex shrink-0 items-center gap-1.5 align-middle whitespace-nowrap rounded-full font-semibold [&_svg]:size-[1.15em]',
        size === 'md' ? 'px-2.5 py-0.5 text-xs' : 'px-3.5 py-1 text-base',
        softTone[tone],
        className,
      )}
    >
      {icon}
      {children}
    </span>
  )
}
