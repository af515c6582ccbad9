'use client'

import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { classNames } from './class-names'
import { controlStyles } from './control-styles'
import { useFieldWiring } from './field'

/** The platform's own select: it opens as a wheel on phones, is searched by typing, and holds 400 time zones. */
export function Select({ className, children, ...rest }: ComponentProps<'select'>) {
  return (
    <div className={classNames('relative', className)}>
      <select
        {...useFieldWiring()}
        {...rest}
        className={classNames(controlStyles, 'h-11 appearance-none truncate pe-9 [&_option]:bg-raised')}
      >
        {children}
      </select>
      <ChevronDown
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 end-3 size-5 -translate-y-1/2 text-muted"
      />
    </div>
  )
}
