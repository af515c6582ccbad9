import { classNames } from './class-names'

/** The first letters of the first and last name: "Ada King Lovelace" gives "AL". */
function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const first = words[0] ?? ''
  const last = words.length > 1 ? (words.at(-1) ?? '') : ''
  return (
    [first, last]
      .map((word) => [...word][0] ?? '')
      .join('')
      .toLocaleUpperCase('en') || '?'
  )
}

const sizes = { sm: 'size-8 text-xs', md: 'size-10 text-sm', lg: 'size-14 text-lg' } as const

interface AvatarProps {
  name: string
  size?: keyof typeof sizes
  className?: string
}

/** Initials in a round; the name itself must stand beside it, so this is hidden from screen readers. */
export function Avatar({ name, size = 'md', className }: AvatarProps) {
  return (
    <span
      aria-hidden="true"
      className={classNames(
        'inline-grid shrink-0 select-none place-items-center rounded-full bg-accent-soft font-bold text-accent-ink',
        sizes[size],
        className,
      )}
    >
      {initialsOf(name)}
    </span>
  )
}
