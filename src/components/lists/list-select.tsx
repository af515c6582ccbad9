'use client'

import { Select } from '@/components/ui/select'

interface ListSelectProps {
  label: string
  value: string
  options: ReadonlyArray<readonly [value: string, text: string]>
  onChange: (value: string) => void
}

/** One choice by which a list is narrowed down or ordered. */
export function ListSelect({ label, value, options, onChange }: ListSelectProps) {
  return (
    <Select
      aria-label={label}
      value={value}
      onChange={({ target }) => onChange(target.value)}
      className="min-w-36 max-w-full flex-auto sm:min-w-40 sm:max-w-80 sm:flex-none"
    >
      {options.map(([one, text]) => (
        <option key={one} value={one}>
          {text}
        </option>
      ))}
    </Select>
  )
}
