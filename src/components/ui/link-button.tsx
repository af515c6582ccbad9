import type { ComponentProps } from 'react'
import { type ButtonSize, type ButtonVariant, buttonStyles } from './button-styles'
import { Link } from './link'

interface LinkButtonProps extends ComponentProps<typeof Link> {
  variant?: ButtonVariant
  size?: ButtonSize
}

/** A link that looks like a button: for going somewhere, while Button is for doing something. */
export function LinkButton({ variant = 'primary', size = 'md', className, ...rest }: LinkButtonProps) {
  return <Link {...rest} className={buttonStyles(variant, size, className)} />
}
