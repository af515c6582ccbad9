'use client'

import type { ComponentProps, MouseEvent } from 'react'
import { type ButtonSize, type ButtonVariant, buttonStyles } from './button-styles'
import { classNames } from './class-names'
import { Spinner } from './spinner'

interface ButtonProps extends ComponentProps<'button'> {
  variant?: ButtonVariant
  size?: ButtonSize
  /** Shows a spinner in place of the label, at the same width, and ignores clicks. */
  loading?: boolean
}

export function Button(props: ButtonProps) {
  const { variant = 'primary', size = 'md', loading = false, className, children, onClick, ...rest } = props

  // Not `disabled` while loading: that would drop the keyboard's focus in the middle of the act.
  function click(event: MouseEvent<HTMLButtonElement>) {
    if (loading) event.preventDefault()
    else onClick?.(event)
  }

  return (
    <button
      type="button"
      {...rest}
      onClick={click}
      aria-disabled={loading || undefined}
      aria-busy={loading || undefined}
      className={buttonStyles(variant, size, className)}
    >
      <span className={classNames('inline-flex items-center gap-[inherit]', loading && 'opacity-0')}>
        {children}
      </span>
      {loading && (
        <span className="absolute inset-0 grid place-items-center">
          <Spinner />
        </span>
      )}
    </button>
  )
}
