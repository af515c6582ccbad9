'use client'

import {
  cloneElement,
  type KeyboardEvent,
  lazy,
  type ReactElement,
  type ReactNode,
  Suspense,
  useState,
} from 'react'
import { toast } from '@/components/ui/toast'
import { useErrorText } from '@/components/words/error-words'

/** What a menu consists of is loaded with the first that is opened: most pages are left without one. */
export const menuParts = () => import('./menu-parts')

const OpenedMenu = lazy(() => menuParts().then(({ OpenedMenu }) => ({ default: OpenedMenu })))

/** `onSelect` acts. For a link: `<MenuItem asChild><Link href="…">…</Link></MenuItem>`. */
export const MenuItem = lazy(() => menuParts().then(({ MenuItem }) => ({ default: MenuItem })))
export const MenuRadio = lazy(() => menuParts().then(({ MenuRadio }) => ({ default: MenuRadio })))
export const MenuLabel = lazy(() => menuParts().then(({ MenuLabel }) => ({ default: MenuLabel })))
export const MenuSeparator = lazy(() => menuParts().then(({ MenuSeparator }) => ({ default: MenuSeparator })))

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

export function DropdownMenu({ trigger, align = 'end', children }: DropdownMenuProps) {
  const errorText = useErrorText()
  const [wasOpened, setWasOpened] = useState(false)
  const prepare = () => void menuParts().catch(() => undefined)
  const open = () =>
    menuParts().then(
      () => setWasOpened(true),
      (error: unknown) => toast.error(errorText(error)),
    )
  const closed = cloneElement(trigger, {
    ...{ 'aria-haspopup': 'menu' as const, 'aria-expanded': false },
    ...{ onPointerEnter: prepare, onFocus: prepare, onClick: open },
    onKeyDown: (event) => {
      if (event.key !== 'ArrowDown') return
      event.preventDefault()
      void open()
    },
  })
  if (!wasOpened) return closed
  return (
    <Suspense fallback={closed}>
      <OpenedMenu trigger={trigger} align={align}>
        {children}
      </OpenedMenu>
    </Suspense>
  )
}
