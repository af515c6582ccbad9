'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { useBackCloses } from './back-closes'
import { classNames } from './class-names'
import { IconButton } from './icon-button'
import { useReturnFocus } from './return-focus'

export const veilStyles = 'fixed inset-0 z-40 animate-appear bg-veil'

interface DialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  description?: ReactNode
  /** `screen` fills a phone's whole screen, for the camera; `wide` does too, and most of any other. */
  size?: 'md' | 'lg' | 'screen' | 'wide'
  /** Where to go on once it is closed, if not where one was. */
  onCloseAutoFocus?: (event: Event) => void
  footer?: ReactNode
  children?: ReactNode
}

/** A window over the page; on phones it stands at the bottom edge, where the thumb is. */
export function DialogWindow({
  open,
  onOpenChange,
  title,
  description,
  size = 'md',
  onCloseAutoFocus,
  footer,
  children,
}: DialogProps) {
  const ui = useTranslations('ui')
  useBackCloses(open, () => onOpenChange(false))
  const focus = useReturnFocus()
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={veilStyles} />
        <Radix.Content
          {...(description ? {} : { 'aria-describedby': undefined })}
          {...focus}
          {...(onCloseAutoFocus && { onCloseAutoFocus })}
          onEscapeKeyDown={listFirst}
          className={classNames(dialogBox, sizes[size])}
        >
          <div className="flex items-start gap-4 px-5 pt-5 sm:px-6">
            <div className="min-w-0 flex-1">
              <Radix.Title className="font-bold text-xl">{title}</Radix.Title>
              {description && (
                <Radix.Description className="mt-1 text-muted">{description}</Radix.Description>
              )}
            </div>
            <Radix.Close asChild>
              <IconButton label={ui('close')} icon={<X />} tooltip={false} className="-mt-1.5 -me-2" />
            </Radix.Close>
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 py-5 sm:px-6">{children}</div>
          {footer && <DialogFooter>{footer}</DialogFooter>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** Escape closes a list that is open in the window, and the window only when none is. */
function listFirst(event: KeyboardEvent) {
  if (event.target instanceof Element && event.target.ariaExpanded === 'true') event.preventDefault()
}

const wholeScreen =
  'top-0 max-h-none! rounded-none! pt-[env(safe-area-inset-top)] sm:top-1/2 sm:max-h-[96dvh]! sm:rounded-xl!'

const sizes = {
  md: '',
  lg: 'sm:max-w-3xl!',
  screen: `${wholeScreen} sm:max-w-3xl!`,
  wide: `${wholeScreen} sm:max-w-[min(94vw,80rem)]!`,
}

export const dialogBox = classNames(
  'fixed inset-x-0 bottom-0 z-50 flex max-h-[92dvh] w-full animate-rise flex-col rounded-t-xl bg-raised pb-safe shadow-lg outline-none',
  'sm:inset-x-auto sm:top-1/2 sm:bottom-auto sm:left-1/2 sm:max-w-lg sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-xl sm:border',
)

export function DialogFooter({ children }: { children: ReactNode }) {
  return (
    <div className="flex flex-col-reverse gap-2 border-t px-5 py-4 sm:flex-row sm:justify-end sm:px-6">
      {children}
    </div>
  )
}
