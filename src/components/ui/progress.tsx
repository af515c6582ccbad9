interface ProgressProps {
  /** What is under way: the accessible name. */
  label: string
  /** From 0 to 1. */
  value: number
  className?: string
}

/** How far something is. Beside it stands in words what is going on. */
export function Progress({ label, value, className = 'h-2.5' }: ProgressProps) {
  const percent = Math.round(Math.min(1, Math.max(0, value)) * 100)
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className={`overflow-hidden rounded-full bg-sunken ring-1 ring-line ring-inset ${className}`}
    >
      <div
        className="h-full rounded-full bg-accent transition-[width] duration-500"
        style={{ width: `${percent}%` }}
      />
    </div>
  )
}
