'use client'

import { Switch as Radix } from 'radix-ui'
import { type ReactNode, useId } from 'react'

interface SwitchProps {
  label: ReactNode
  hint?: ReactNode
  checked: boolean
  onCheckedChange: (checked: boolean) => void
  disabled?: boolean
}

/** On or off, taking effect at once. A choice that is sent with a form is a Checkbox. */
export function Switch({ label, hint, checked, onCheckedChange, disabled }: SwitchProps) {
  const id = useId()
  return (
    <div className="flex items-center justify-between gap-4">
      <label htmlFor={id} className="min-w-0 flex-1 py-2">
        <span className="font-semibold">{label}</span>
        {hint && (
          <span id={`${id}-hint`} className="block text-muted text-sm">
            {hint}
          </span>
        )}
      </label>
      <Radix.Root
        id={id}
        checked={checked}
        onCheckedChange={onCheckedChange}
        disabled={disabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="group grid h-11 w-13 shrink-0 place-items-center rounded-md disabled:opacity-55"
      >
        <span className="flex h-7 w-12 items-center rounded-full border-2 border-line-strong bg-sunken px-1 transition-colors group-data-[state=checked]:border-accent group-data-[state=checked]:bg-accent">
          <Radix.Thumb className="size-4.5 rounded-full bg-line-strong transition-[translate,background-color] data-[state=checked]:translate-x-4.5 data-[state=checked]:bg-on-accent" />
        </span>
      </Radix.Root>
    </div>
  )
}
