'use client'

import { Progress as Radix } from 'radix-ui'

interface ProgressProps {
  label: string
  /** From 0 to `max`; null while nobody can tell. */
  value: number | null
  max?: number
}

export function Progress({ label, value, max = 100 }: ProgressProps) {
  const share = value === null ? 100 : Math.min(100, (value / max) * 100)
  return (
    <Radix.Root
      aria-label={label}
      value={value}
      max={max}
      className="h-2.5 w-full overflow-hidden rounded-full bg-neutral-soft"
    >
      <Radix.Indicator
        className="h-full rounded-full bg-accent transition-[width] duration-300 data-[state=indeterminate]:animate-pulse"
        style={{ width: `${share}%` }}
      />
    </Radix.Root>
  )
}
