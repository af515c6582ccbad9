import type { ComponentProps } from 'react'
import { classNames } from './class-names'
import { Link } from './link'

export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      {...rest}
      className={classNames(
        'rounded-sm font-semibold text-accent-ink underline decoration-from-font underline-offset-3 hover:decoration-2',
        className,
      )}
    />
  )
}
