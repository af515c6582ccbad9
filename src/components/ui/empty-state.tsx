import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { Ticks } from './ticks'

interface EmptyStateProps {
  icon?: ReactNode
  title: string
  /** What would stand here, and how it comes to be. */
  children?: ReactNode
  action?: ReactNode
  /** 1 where it is the whole page. */
  level?: 1 | 2
  className?: string
}

/** Nothing here yet: an empty dial, why it is empty, and the one thing to do about it. */
export function EmptyState({ icon, title, children, action, level = 2, className }: EmptyStateProps) {
  const Heading = level === 1 ? 'h1' : 'h2'
  return (
    <div className={classNames('flex flex-col items-center px-4 py-10 text-center sm:py-14', className)}>
      <div className="relative mb-4 grid size-24 place-items-center">
        <svg viewBox="0 0 200 200" aria-hidden="true" className="absolute inset-0 stroke-line-strong/60">
          <Ticks count={12} look={() => ({ strokeWidth: 5 })} />
        </svg>
        <span aria-hidden="true" className="text-accent-ink [&_svg]:size-9">
          {icon}
        </span>
      </div>
      <Heading className="font-bold text-lg">{title}</Heading>
      {children && <div className="mt-1 max-w-md text-muted">{children}</div>}
      {action && <div className="mt-5 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  )
}
