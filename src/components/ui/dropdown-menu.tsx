'use client'

import {
  type ComponentProps,
  cloneElement,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  useState,
} from 'react'
import { later } from './later'

type Parts = typeof import('./menu-parts')

let parts: Parts | null = null

/** What a menu consists of is fetched with the first that is opened: most pages are left without one. */
export async function menuParts(): Promise<Parts> {
  const { OpenedMenu, MenuItem, MenuRadio, MenuLabel, MenuSeparator } = await import('./menu-parts')
  parts = { OpenedMenu, MenuItem, MenuRadio, MenuLabel, MenuSeparator }
  return parts
}

// They stand in a menu that is open: then they have come.

/** `onSelect` acts. For a link: `<MenuItem asChild><Link href="…">…</Link></MenuItem>`. */
export const MenuItem = (props: ComponentProps<Parts['MenuItem']>) => parts && <parts.MenuItem {...props} />
export const MenuRadio = (props: ComponentProps<Parts['MenuRadio']>) =>
  parts && <parts.MenuRadio {...props} />
export const MenuLabel = (props: ComponentProps<Parts['MenuLabel']>) =>
  parts && <parts.MenuLabel {...props} />
export const MenuSeparator = () => parts && <parts.MenuSeparator />

interface Trigger {
  'aria-haspopup'?: 'menu'
  'aria-expanded'?: boolean
  onPointerEnter?: () => void
  onFocus?: () => void
  onClick?: () => void
  onKeyDown?: (event: KeyboardEvent) => void
}

interface DropdownMenuProps {
  /** One button, best an IconButton with `tooltip={false}` or a Button. */
  trigger: ReactElement<Trigger>
  align?: 'start' | 'center' | 'end'
  children: ReactNode
}

interface MenuProps extends DropdownMenuProps {
  align: 'start' | 'center' | 'end'
  /** The trigger while there is no menu. */
  closed: ReactNode
}

const OpenedMenu = later<MenuProps>(() => menuParts().then(({ OpenedMenu }) => OpenedMenu), {
  meanwhile: ({ closed }) => closed,
})

export function DropdownMenu({ trigger, align = 'end', children }: DropdownMenuProps) {
  const [wasOpened, setWasOpened] = useState(false)
  const prepare = () => void menuParts().catch(() => undefined)
  const open = () => setWasOpened(true)
  const closed = cloneElement(trigger, {
    ...{ 'aria-haspopup': 'menu' as const, 'aria-expanded': false },
    ...{ onPointerEnter: prepare, onFocus: prepare, onClick: open },
    onKeyDown: (event) => {
      if (event.key !== 'ArrowDown') return
      event.preventDefault()
      open()
    },
  })
  if (!wasOpened) return closed
  return (
    <OpenedMenu trigger={trigger} align={align} closed={closed}>
      {children}
    </OpenedMenu>
  )
}
