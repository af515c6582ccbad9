'use client'

import { Check, ChevronsUpDown } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { type Ref, useContext, useEffect } from 'react'
import {
  Button,
  ComboBox,
  type ComboBoxState,
  ComboBoxStateContext,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
} from 'react-aria-components/ComboBox'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { classNames } from './class-names'
import { controlStyles } from './control-styles'
import { useFieldLabelId, useFieldWiring } from './field'

export interface ComboboxOption {
  value: string
  label: string
}

interface ComboboxProps {
  value: string
  onValueChange: (value: string) => void
  options: readonly ComboboxOption[]
  /** Whether an option is meant by what was typed. */
  matches: (label: string, typed: string) => boolean
  /** A few words at the end of an option's line. */
  hintOf?: (value: string) => string
  /** What the list is of: "Time zones". */
  label: string
  onBlur?: () => void
  ref?: Ref<HTMLInputElement>
}

/** A field that finds one of many by typing part of its name. */
export function Combobox({ value, onValueChange, options, matches, hintOf, label, ...input }: ComboboxProps) {
  const labelId = useFieldLabelId()
  const { id, 'aria-describedby': describedBy, 'aria-invalid': invalid = false } = useFieldWiring()
  const ui = useTranslations('ui')
  const locale = useLocale()
  return (
    <I18nProvider locale={locale}>
      <ComboBox
        {...(id && { id })}
        {...(labelId ? { 'aria-labelledby': labelId } : { 'aria-label': label })}
        {...(describedBy && { 'aria-describedby': describedBy })}
        isInvalid={invalid}
        value={value}
        onChange={(key) => key !== null && onValueChange(String(key))}
        {...(input.onBlur && { onBlur: input.onBlur })}
        defaultItems={options}
        defaultFilter={matches}
        allowsEmptyCollection
        shouldFocusWrap
        className="relative"
      >
        <TypedName {...(input.ref && { ref: input.ref })} />
        <Button
          aria-label={ui('combobox.show')}
          className="absolute inset-y-0 end-0 grid w-11 cursor-pointer place-items-center text-muted"
        >
          <ChevronsUpDown aria-hidden="true" className="size-5" />
        </Button>
        <Popover
          placement="bottom start"
          offset={4}
          containerPadding={8}
          maxHeight={288}
          // A window around the field takes the pointer from everything outside itself, and lets nothing there scroll.
          onWheel={(event) => event.stopPropagation()}
          onTouchMove={(event) => event.stopPropagation()}
          className="pointer-events-auto z-50 flex w-(--trigger-width) animate-appear flex-col rounded-lg border bg-raised shadow-lg"
        >
          <ListBox
            aria-label={label}
            renderEmptyState={() => <p className="px-3 py-2.5 text-muted text-sm">{ui('combobox.none')}</p>}
            className="overflow-y-auto p-1.5 outline-none"
          >
            {(option: ComboboxOption) => <Option id={option.value} label={option.label} hintOf={hintOf} />}
          </ListBox>
        </Popover>
      </ComboBox>
    </I18nProvider>
  )
}

/** The input: pressing it shows everything, and Enter takes the first that fits unless another is marked. */
function TypedName({ ref }: { ref?: Ref<HTMLInputElement> }) {
  const state = useContext(ComboBoxStateContext)
  // After the library's own effects, which unmark everything when something is typed or the list appears.
  useEffect(() => queueMicrotask(() => state?.isOpen && markOne(state)))
  return (
    <Input
      {...(ref && { ref })}
      onClick={(event) => {
        event.currentTarget.select()
        state?.open(null, 'manual')
      }}
      className={classNames(controlStyles, 'h-11 pe-10')}
    />
  )
}

/** Marks what is chosen, or else the first, unless something is marked. */
function markOne({ collection, value, selectionManager: marking }: ComboBoxState<unknown>): void {
  if (marking.focusedKey !== null && collection.getItem(marking.focusedKey)) return
  const chosen = typeof value === 'string' && collection.getItem(value) ? value : collection.getFirstKey()
  if (chosen !== marking.focusedKey) marking.setFocusedKey(chosen)
}

interface OptionProps {
  id: string
  label: string
  hintOf: ((value: string) => string) | undefined
}

function Option({ id, label, hintOf }: OptionProps) {
  return (
    <ListBoxItem
      id={id}
      textValue={label}
      className="flex min-h-11 cursor-pointer items-center gap-3 rounded-md px-3 outline-none hover:bg-neutral-soft data-focused:bg-neutral-soft sm:min-h-9"
    >
      {({ isSelected }) => (
        <>
          <span className="min-w-0 flex-1 wrap-anywhere">{label}</span>
          {hintOf && <span className="text-muted text-sm tabular-nums">{hintOf(id)}</span>}
          {isSelected && <Check aria-hidden="true" className="size-5 text-accent-ink" />}
        </>
      )}
    </ListBoxItem>
  )
}
