'use client'

import { Plus, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import type { RulesFormErrors } from '@/domain/rule-form-reading'
import { newKey, type Row, type RulesForm } from '@/domain/rule-forms'

/** What every section of the form is given. */
export interface SectionProps {
  form: RulesForm
  /** What is wrong with which field, once somebody has tried to save. */
  errors: RulesFormErrors
  change: (changes: Partial<RulesForm>) => void
}

type TextKey = { [Key in keyof RulesForm]: string extends RulesForm[Key] ? Key : never }[keyof RulesForm]

/** The value of a text field and what typing in it does. */
export const typedIn = ({ form, change }: SectionProps, key: TextKey) => ({
  value: form[key],
  onChange: ({ target }: { target: { value: string } }) => change({ [key]: target.value }),
})

/** One of the values of a choice; the first where it is none of them. */
export const oneOf = <T extends string>(values: readonly [T, ...T[]], value: string): T =>
  values.find((one) => one === value) ?? values[0]

/** Rows without the one that was removed, with another one, or with one changed. */
export function rowsOf<R extends Row>(rows: readonly R[], save: (rows: R[]) => void) {
  return {
    add: (row: Omit<R, 'key'>) => save([...rows, { ...row, key: newKey(rows) } as R]),
    remove: (key: number) => save(rows.filter((row) => row.key !== key)),
    change: (key: number, changes: Partial<R>) =>
      save(rows.map((row) => (row.key === key ? { ...row, ...changes } : row))),
  }
}

interface RowFrameProps {
  label: string
  onRemove: () => void
  children: ReactNode
}

/** A row of a list, with its name and the way to take it out. */
export function RowFrame({ label, onRemove, children }: RowFrameProps) {
  const t = useTranslations('rule-sets')
  return (
    <fieldset className="grid gap-4 rounded-md border p-4">
      <legend className="sr-only">{label}</legend>
      <div className="-mt-1 flex items-center justify-between gap-3">
        <span aria-hidden="true" className="font-semibold text-sm">
          {label}
        </span>
        <IconButton
          label={t('form.remove', { what: label })}
          icon={<Trash2 aria-hidden="true" />}
          onClick={onRemove}
        />
      </div>
      {children}
    </fieldset>
  )
}

export function AddRow({ children, onClick }: { children: ReactNode; onClick: () => void }) {
  return (
    <Button variant="secondary" size="sm" className="justify-self-start" onClick={onClick}>
      <Plus aria-hidden="true" />
      {children}
    </Button>
  )
}
