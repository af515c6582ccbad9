import { classNames } from './class-names'

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger'
export type ButtonSize = 'sm' | 'md' | 'lg'

const variants: Record<ButtonVariant, string> = {
  primary: 'bg-accent text-on-accent shadow-sm hover:bg-accent-strong',
  secondary:
    'border border-line-strong/60 bg-surface text-ink shadow-sm hover:border-line-strong hover:bg-neutral-soft',
  ghost: 'text-ink hover:bg-neutral-soft',
  danger: 'bg-negative text-on-negative shadow-sm hover:bg-negative-strong',
}

// On phones every size is at least 44 px high: a thumb does not know about densities.
const sizes: Record<ButtonSize, string> = {
  sm: 'min-h-11 gap-1.5 px-3 text-sm sm:min-h-9',
  md: 'min-h-11 gap-2 px-4 text-base sm:min-h-10',
  lg: 'min-h-13 gap-2.5 px-6 text-lg',
}

export function buttonStyles(variant: ButtonVariant, size: ButtonSize, className?: string) {
  return classNames(
    'relative inline-flex max-w-full shrink-0 select-none items-center justify-center rounded-md py-1 text-balance font-semibold transition-colors',
    'disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed',
    '[&_svg]:size-[1.15em] [&_svg]:shrink-0',
    variants[variant],
    sizes[size],
    className,
  )
}
