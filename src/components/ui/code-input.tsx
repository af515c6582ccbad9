'use client'

import { type InputHTMLAttributes, type Ref, useState } from 'react'
import { classNames } from './class-names'
import { useFieldWiring } from './field'

interface CodeInputProps {
  value: string
  onChange: (code: string) => void
  /** What counts of what was typed or pasted. */
  clean: (typed: string) => string
  length?: number
  /** How many may be typed, where that is more than there are boxes so far. */
  longest?: number
  inputRef?: Ref<HTMLInputElement>
  /** What a keyboard or a password manager is told about the code. */
  attributes?: Pick<
    InputHTMLAttributes<HTMLInputElement>,
    'autoComplete' | 'autoCapitalize' | 'inputMode' | 'name'
  >
}

/** One field that looks like several: it is typed, pasted and read aloud as one word. */
export function CodeInput(props: CodeInputProps) {
  const { value, onChange, clean, length = 6, longest = length, inputRef, attributes } = props
  const [focused, setFocused] = useState(false)
  const wiring = useFieldWiring()
  const active = Math.min(value.length, length - 1)
  return (
    <div className="relative max-w-96">
      <div
        aria-hidden="true"
        className={classNames('grid gap-1.5', length > 6 ? 'grid-cols-8' : 'grid-cols-6 sm:gap-2')}
      >
        {Array.from({ length }, (_, place) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: the places of a code never change their order
            key={place}
            className={classNames(
              'grid aspect-4/5 place-items-center rounded-md border-2 bg-surface font-bold text-3xl',
              wiring['aria-invalid'] ? 'border-negative' : 'border-line-strong',
              focused && place === active && 'border-accent! ring-2 ring-accent',
            )}
          >
            {value[place] ?? ''}
          </span>
        ))}
      </div>
      <input
        autoComplete="off"
        {...attributes}
        {...wiring}
        ref={inputRef}
        value={value}
        onChange={(event) => onChange(clean(event.target.value).slice(0, longest))}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        // The boxes show no place between them, so what is typed goes to the end.
        onSelect={({ currentTarget: input }) => {
          if (input.selectionStart === input.selectionEnd && input.selectionEnd !== input.value.length)
            input.setSelectionRange(input.value.length, input.value.length)
        }}
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="go"
        className="absolute inset-0 size-full cursor-text bg-transparent text-base opacity-0"
      />
    </div>
  )
}
