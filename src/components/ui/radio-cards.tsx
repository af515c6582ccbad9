'use client'

import { type ReactNode, type Ref, useId } from 'react'
import { useFieldText } from '@/components/words/field-words'
import { classNames } from './class-names'
import { FieldError } from './field'

export interface RadioCardOption {
  value: string
  label: string
  hint?: string
  icon?: ReactNode
}

interface RadioCardsProps {
  legend: string
  options: readonly RadioCardOption[]
  error?: string | undefined
  columns?: 1 | 2 | 3
  /** For react-hook-form spread `register('role')`; otherwise pass `name`, `value` and `onChange`. */
  name: string
  value?: string
  onChange?: (event: React.ChangeEvent<HTMLInputElement>) => void
  onBlur?: (event: React.FocusEvent<HTMLInputElement>) => void
  ref?: Ref<HTMLInputElement>
}

const columnStyles = { 1: '', 2: 'sm:grid-cols-2', 3: 'grid-cols-3' } as const

export function RadioCards(props: RadioCardsProps) {
  const { legend, options, error, columns = 2, value, ...input } = props
  const id = useId()
  const problem = useFieldText()(error)
  return (
    <fieldset className="grid gap-1.5" aria-describedby={error ? id : undefined}>
      <legend className="mb-1.5 font-semibold text-sm">{legend}</legend>
      <div className={classNames('grid gap-3', columnStyles[columns])}>
        {options.map((option) => (
          <label
            key={option.value}
            className={classNames(
              'relative flex min-h-11 items-start gap-3 rounded-md border border-line-strong bg-surface p-3.5 shadow-sm transition-colors hover:border-muted',
              'has-checked:border-accent has-checked:bg-accent-soft has-checked:ring-1 has-checked:ring-accent',
              'has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2',
              error && 'border-negative!',
              columns === 3 && 'flex-col items-center! gap-1.5! px-2 text-center',
            )}
          >
            <input
              {...input}
              type="radio"
              value={option.value}
              checked={value === undefined ? undefined : value === option.value}
              className="absolute inset-0 appearance-none rounded-md outline-none"
            />
            {option.icon && <span className="mt-0.5 text-accent-ink [&_svg]:size-5.5">{option.icon}</span>}
            <span>
              <span className={classNames('block font-semibold', columns === 3 && 'text-sm')}>
                {option.label}
              </span>
              {option.hint && <span className="block text-muted text-sm">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      {problem && <FieldError id={id}>{problem}</FieldError>}
    </fieldset>
  )
}
