'use client'

import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names'
import { Tooltip } from './tooltip'

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  /** What it does, in words: the accessible name and the tooltip. */
  label: string
  icon: ReactNode
  /** Off where the button opens a menu: the menu itself says enough. */
  tooltip?: boolean
}

export function IconButton({ label, icon, tooltip = true, className, ...rest }: IconButtonProps) {
  const button = (
    <button
      type="button"
      aria-label={label}
      {...rest}
      className={classNames(
        'inline-grid size-11 shrink-0 place-items-center rounded-md text-muted transition-colors hover:bg-neutral-soft hover:text-ink sm:size-10',
        'disabled:cursor-not-allowed disabled:opacity-55 [&_svg]:size-5',
        className,
      )}
    >
      {icon}
    </button>
  )
  return tooltip ? <Tooltip text={label}>{button}</Tooltip> : button
}
