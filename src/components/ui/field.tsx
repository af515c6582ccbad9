'use client'

import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { createContext, type ReactNode, useContext, useId } from 'react'
import { useFieldText } from '@/components/words/field-words'
import { classNames } from './class-names'

interface FieldWiring {
  id: string
  labelId: string
  describedBy: string | undefined
  invalid: boolean
}

const FieldContext = createContext<FieldWiring | null>(null)

/** The attributes that tie a control to the label, hint and error of the Field around it. */
export function useFieldWiring() {
  const field = useContext(FieldContext)
  if (!field) return {}
  return {
    id: field.id,
    'aria-describedby': field.describedBy,
    'aria-invalid': field.invalid || undefined,
  } as const
}

/** For controls that no `label` element can name: the id of what does. */
export function useFieldLabelId() {
  return useContext(FieldContext)?.labelId
}

interface FieldProps {
  label: ReactNode
  hint?: ReactNode
  /** What is wrong, as react-hook-form's `errors.name?.message`: a code of `fieldError`, or a sentence. */
  error?: string | undefined
  /** Says "(optional)" beside the label; everything else is required. */
  optional?: boolean
  className?: string
  /** One control of this kit: it finds the wiring by itself. */
  children: ReactNode
}

export function Field({ label, hint, error, optional, className, children }: FieldProps) {
  const ui = useTranslations('ui')
  const id = useId()
  const problem = useFieldText()(error)
  const labelId = `${id}-label`
  const hintId = hint ? `${id}-hint` : undefined
  const errorId = problem ? `${id}-error` : undefined
  const describedBy = [errorId, hintId].filter(Boolean).join(' ') || undefined

  return (
    <div className={classNames('grid gap-1.5', className)}>
      <label id={labelId} htmlFor={id} className="justify-self-start font-semibold text-sm">
        {label}
        {optional && <span className="font-normal text-muted"> {ui('optional')}</span>}
      </label>
      <FieldContext value={{ id, labelId, describedBy, invalid: Boolean(problem) }}>{children}</FieldContext>
      {problem && <FieldError id={errorId}>{problem}</FieldError>}
      {hint && (
        <div id={hintId} className="text-muted text-sm">
          {hint}
        </div>
      )}
    </div>
  )
}

export function FieldError({ id, children }: { id?: string | undefined; children: ReactNode }) {
  return (
    <p id={id} className="flex items-start gap-1.5 text-negative-ink text-sm">
      <CircleAlert aria-hidden="true" className="mt-0.75 size-4 shrink-0" />
      {children}
    </p>
  )
}
