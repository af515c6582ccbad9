'use client'

import type { ComponentProps } from 'react'
import { classNames } from './class-names'
import { controlStyles } from './control-styles'
import { useFieldWiring } from './field'

export function Textarea({ className, rows = 3, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea
      {...useFieldWiring()}
      {...rest}
      rows={rows}
      className={classNames(controlStyles, 'py-2.5', className)}
    />
  )
}
