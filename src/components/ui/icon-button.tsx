'use client'

import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names'
import { useTooltip } from './tooltip'

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  /** What it does, in words: the accessible name and the tooltip. */
  label: string
  icon: ReactNode
  /** Off where the button opens a menu: the menu itself says enough. */
  tooltip?: boolean
}

export function IconButton({ label, icon, tooltip = true, className, ...rest }: IconButtonProps) {
  const { about, bubble } = useTooltip(label)
  return (
    <>
      <button
        type="button"
        aria-label={label}
        {...(tooltip && about)}
        {...rest}
        className={classNames(
          'inline-grid size-11 shrink-0 place-items-center rounded-md text-muted transition-colors hover:bg-neutral-soft hover:text-ink sm:size-10',
          'disabled:cursor-not-allowed disabled:opacity-55 [&_svg]:size-5',
          className,
        )}
      >
        {icon}
      </button>
      {bubble}
    </>
  )
}
