'use client'

import { Check } from 'lucide-react'
import { DropdownMenu as Radix } from 'radix-ui'
import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names'

interface OpenedMenuProps {
  trigger: ReactNode
  align: 'start' | 'center' | 'end'
  children: ReactNode
}

/** A menu from its first opening on. */
export function OpenedMenu({ trigger, align, children }: OpenedMenuProps) {
  return (
    <Radix.Root modal={false} defaultOpen>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className="z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-52 max-w-80 animate-appear overflow-y-auto rounded-lg border bg-raised p-1.5 shadow-lg"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

const itemStyles = classNames(
  'flex min-h-11 cursor-pointer select-none items-center gap-3 rounded-md px-3 outline-none sm:min-h-10',
  'data-highlighted:bg-neutral-soft data-disabled:cursor-not-allowed data-disabled:opacity-55 [&_svg]:size-5 [&_svg]:shrink-0',
)

interface MenuItemProps extends ComponentProps<typeof Radix.Item> {
  icon?: ReactNode
  tone?: 'normal' | 'danger'
}

/** `onSelect` acts. For a link: `<MenuItem asChild><Link href="…">…</Link></MenuItem>`. */
export function MenuItem({ icon, tone = 'normal', asChild, className, children, ...rest }: MenuItemProps) {
  const styles = classNames(
    itemStyles,
    tone === 'danger' ? 'text-negative-ink' : '[&_svg]:text-muted',
    className,
  )
  return (
    <Radix.Item {...rest} asChild={asChild} className={styles}>
      {asChild ? (
        children
      ) : (
        <>
          {icon}
          {children}
        </>
      )}
    </Radix.Item>
  )
}

interface MenuRadioProps {
  label: string
  value: string
  onValueChange: (value: string) => void
  options: readonly { value: string; label: string; icon?: ReactNode }[]
}

export function MenuRadio({ label, value, onValueChange, options }: MenuRadioProps) {
  return (
    <Radix.RadioGroup value={value} onValueChange={onValueChange} aria-label={label}>
      {options.map((option) => (
        <Radix.RadioItem
          key={option.value}
          value={option.value}
          className={classNames(itemStyles, '[&_svg]:text-muted')}
        >
          {option.icon}
          {option.label}
          <Radix.ItemIndicator className="ms-auto">
            <Check aria-hidden="true" />
          </Radix.ItemIndicator>
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  )
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className="px-3 pt-2 pb-1 text-muted text-sm">{children}</Radix.Label>
}

export function MenuSeparator() {
  return <Radix.Separator className="my-1.5 h-px bg-line" />
}
