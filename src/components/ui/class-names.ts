import { type ClassValue, clsx } from 'clsx'

/**
 * Joins class names. Of two that set the same thing the stylesheet would choose, so the one that is to win ends in `!`, as in
 * `<Card className="p-5!">`; `npm run check` finds those that do not (scripts/check/class-names.ts).
 */
export function classNames(...values: ClassValue[]): string {
  return clsx(values)
}
