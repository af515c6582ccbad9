import { useTranslations } from 'next-intl'
import { classNames } from './class-names'

/** A grey place where something will stand. Give it a height and a width. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <div
      aria-hidden="true"
      className={classNames('h-4 animate-pulse rounded-sm bg-neutral-soft', className)}
    />
  )
}

function Loading({
  label,
  className,
  children,
}: {
  label: string
  className?: string
  children: React.ReactNode
}) {
  return (
    <div role="status" className={className}>
      <span className="sr-only">{label}</span>
      {children}
    </div>
  )
}

const places = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'] as const

/** A list that is on its way: up to 8 lines, each with a round picture and two bars. */
export function ListSkeleton({ rows = 4, label }: { rows?: number; label?: string }) {
  const ui = useTranslations('ui')
  return (
    <Loading label={label ?? ui('loading')} className="divide-y">
      {places.slice(0, rows).map((place) => (
        <div key={place} className="flex items-center gap-3 px-4 py-3.5">
          <Skeleton className="size-10! rounded-full!" />
          <div className="grid flex-1 gap-2">
            <Skeleton className="w-2/5" />
            <Skeleton className="h-3! w-1/4" />
          </div>
          <Skeleton className="h-6! w-16 rounded-full!" />
        </div>
      ))}
    </Loading>
  )
}
