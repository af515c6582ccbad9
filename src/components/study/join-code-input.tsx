'use client'

import { useState } from 'react'
import { classNames } from '@/components/ui/class-names'
import { useFieldWiring } from '@/components/ui/field'
import { joinCodeLength, normaliseJoinCode } from '@/domain/classes'

interface JoinCodeInputProps {
  value: string
  onChange: (code: string) => void
}

const places = Array.from({ length: joinCodeLength }, (_, index) => index)

/** One field that looks like six: it is typed, pasted and read aloud as one word. */
export function JoinCodeInput({ value, onChange }: JoinCodeInputProps) {
  const [focused, setFocused] = useState(false)
  const wiring = useFieldWiring()
  const active = Math.min(value.length, joinCodeLength - 1)
  return (
    <div className="relative max-w-96">
      <div aria-hidden="true" className="grid grid-cols-6 gap-1.5 sm:gap-2">
        {places.map((place) => (
          <span
            key={place}
            className={classNames(
              'grid aspect-4/5 place-items-center rounded-md border-2 bg-surface font-bold text-3xl',
              wiring['aria-invalid'] ? 'border-negative' : 'border-line-strong',
              focused && place === active && 'border-accent ring-2 ring-accent',
            )}
          >
            {value[place] ?? ''}
          </span>
        ))}
      </div>
      <input
        {...wiring}
        value={value}
        onChange={(event) =>
          onChange(
            normaliseJoinCode(event.target.value)
              .replace(/[^A-Z0-9]/g, '')
              .slice(0, joinCodeLength),
          )
        }
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        // The boxes show no place between them, so what is typed goes to the end.
        onSelect={({ currentTarget: input }) => {
          if (input.selectionStart === input.selectionEnd && input.selectionEnd !== input.value.length)
            input.setSelectionRange(input.value.length, input.value.length)
        }}
        autoComplete="off"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="go"
        className="absolute inset-0 size-full cursor-text bg-transparent text-base opacity-0"
      />
    </div>
  )
}
