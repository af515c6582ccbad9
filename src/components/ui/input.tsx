'use client'

import type { ComponentProps } from 'react'
import { classNames } from './class-names'
import { controlStyles } from './control-styles'
import { useFieldWiring } from './field'

export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input {...useFieldWiring()} {...rest} className={classNames(controlStyles, 'h-11', className)} />
}
