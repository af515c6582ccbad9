import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names'

/** A bounded surface. `padded={false}` for a table or list that fills it to the edge. */
export function Card({
  padded = true,
  className,
  ...rest
}: ComponentProps<'section'> & { padded?: boolean }) {
  return (
    <section
      {...rest}
      className={classNames(
        'min-w-0 rounded-lg border bg-surface shadow-sm',
        padded && 'p-4 sm:p-6',
        className,
      )}
    />
  )
}

interface CardHeaderProps {
  title: ReactNode
  description?: ReactNode
  actions?: ReactNode
  className?: string
}

export function CardHeader({ title, description, actions, className }: CardHeaderProps) {
  return (
    <div className={classNames('mb-4 flex flex-wrap items-start justify-between gap-x-4 gap-y-2', className)}>
      <div className="min-w-0">
        <h2 className="font-bold text-lg">{title}</h2>
        {description && <p className="text-muted text-sm">{description}</p>}
      </div>
      {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    </div>
  )
}
