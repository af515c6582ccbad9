import { classNames } from '@/components/ui/class-names'

/** A clock whose hands are a tick: on time, and noted. The same drawing as app/icon.svg. */
export function LogoMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={classNames('size-8 shrink-0', className)}>
      <circle cx="16" cy="16" r="16" className="fill-accent" />
      <g className="fill-none stroke-on-accent" strokeLinecap="round" strokeLinejoin="round">
        <path d="M16 3.4v1.8M28.6 16h-1.8M16 28.6v-1.8M3.4 16h1.8" strokeWidth="1.8" opacity=".75" />
        <path d="M9.6 14.4 15 20.2 22.4 9.4" strokeWidth="3.4" />
      </g>
    </svg>
  )
}

export function Logo({ compact = false }: { compact?: boolean }) {
  return (
    <span className="inline-flex items-center gap-2.5">
      <LogoMark />
      <span className={classNames('font-bold text-xl tracking-tight', compact && 'max-sm:sr-only')}>
        Clockface
      </span>
    </span>
  )
}
