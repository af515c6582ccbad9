'use client'

import { Check, ChevronsUpDown } from 'lucide-react'
import { Popover } from 'radix-ui'
import { type KeyboardEvent, type Ref, useId, useState } from 'react'
import { classNames } from './class-names'
import { controlStyles } from './control-styles'
import { useFieldWiring } from './field'

export interface ComboboxOption {
  value: string
  label: string
  /** A few words at the end of the line. */
  hint?: string
}

interface ComboboxProps {
  value: string
  onValueChange: (value: string) => void
  /** The options for what was typed; all of them for nothing typed. */
  search: (typed: string) => readonly ComboboxOption[]
  /** How the chosen value is written in the field. */
  labelOf: (value: string) => string
  /** What the list is of: "Time zones". */
  label: string
  onBlur?: () => void
  name?: string
  ref?: Ref<HTMLInputElement>
}

/** A field that finds one of many by typing part of its name. */
export function Combobox({ value, onValueChange, search, labelOf, label, ...input }: ComboboxProps) {
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const [marked, setMarked] = useState(0)
  const open = typed !== null
  const options = open ? search(typed) : []
  const current = options[Math.min(marked, options.length - 1)]

  function show(text: string) {
    setTyped(text)
    setMarked(0)
  }

  function choose(option: ComboboxOption | undefined) {
    if (option) onValueChange(option.value)
    setTyped(null)
  }

  function mark(index: number) {
    const next = (index + options.length) % Math.max(1, options.length)
    setMarked(next)
    document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' })
  }

  /** Whether the key meant the list, and so nothing else. */
  function act(key: string): boolean {
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      if (open) mark(marked + (key === 'ArrowDown' ? 1 : -1))
      else show('')
      return true
    }
    if (!open || (key !== 'Enter' && key !== 'Escape')) return false
    if (key === 'Enter') choose(current)
    else setTyped(null)
    return true
  }

  function press(event: KeyboardEvent) {
    if (!act(event.key)) return
    event.preventDefault()
    // The window around the field must not close with the list.
    event.stopPropagation()
  }

  return (
    <Popover.Root open={open} onOpenChange={(next) => !next && setTyped(null)}>
      <Popover.Anchor className="relative">
        <input
          {...useFieldWiring()}
          {...input}
          role="combobox"
          aria-expanded={open}
          aria-controls={open ? `${id}-list` : undefined}
          aria-autocomplete="list"
          aria-activedescendant={open && current ? `${id}-${options.indexOf(current)}` : undefined}
          autoComplete="off"
          spellCheck={false}
          value={typed ?? labelOf(value)}
          onChange={(event) => show(event.target.value)}
          onClick={(event) => {
            event.currentTarget.select()
            if (!open) show('')
          }}
          onKeyDown={press}
          onBlur={() => {
            setTyped(null)
            input.onBlur?.()
          }}
          placeholder={labelOf(value)}
          className={classNames(controlStyles, 'h-11 pr-10')}
        />
        <ChevronsUpDown
          aria-hidden="true"
          className="pointer-events-none absolute top-1/2 right-3 size-5 -translate-y-1/2 text-muted"
        />
      </Popover.Anchor>
      <Popover.Portal>
        <Popover.Content
          role="listbox"
          id={`${id}-list`}
          aria-label={label}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
          // Pressing an option must not take the focus from the field.
          onPointerDown={(event) => event.preventDefault()}
          className="z-50 max-h-[min(18rem,var(--radix-popover-content-available-height))] w-(--radix-popover-trigger-width) animate-appear overflow-y-auto rounded-lg border bg-raised p-1.5 shadow-lg"
        >
          {options.length === 0 && (
            <div
              role="option"
              tabIndex={-1}
              aria-selected={false}
              aria-disabled
              className="px-3 py-2.5 text-muted text-sm"
            >
              Nothing has this name.
            </div>
          )}
          {options.map((option, index) => (
            // The field keeps the focus and its keys act on the marked option.
            // biome-ignore lint/a11y/useKeyWithClickEvents: see above
            <div
              key={option.value}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={option.value === value}
              onClick={() => choose(option)}
              className={classNames(
                'flex min-h-11 cursor-pointer items-center gap-3 rounded-md px-3 hover:bg-neutral-soft sm:min-h-9',
                option === current && 'bg-neutral-soft',
              )}
            >
              <span className="min-w-0 flex-1 wrap-anywhere">{option.label}</span>
              {option.hint && <span className="text-muted text-sm tabular-nums">{option.hint}</span>}
              {option.value === value && <Check aria-hidden="true" className="size-5 text-accent-ink" />}
            </div>
          ))}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
