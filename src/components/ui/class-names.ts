import { type ClassValue, clsx } from 'clsx'
import { extendTailwindMerge } from 'tailwind-merge'

const merge = extendTailwindMerge({
  extend: { theme: { container: ['form', 'text', 'app'], animate: ['appear', 'rise', 'slide-in'] } },
})

/** Joins class names; of two that set the same thing the later wins, so callers can override a default. */
export function classNames(...values: ClassValue[]): string {
  return merge(clsx(values))
}
