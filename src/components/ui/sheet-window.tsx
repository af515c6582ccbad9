'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { useBackCloses } from './back-closes'
import { classNames } from './class-names'
import { veilStyles } from './dialog-window'
import { IconButton } from './icon-button'
import { useReturnFocus } from './return-focus'

interface SheetProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  description?: ReactNode
  footer?: ReactNode
  /** The address says that it is open, so Back closes it already. */
  inAddress?: boolean
  children: ReactNode
}

/** Details beside the page: from the right on wide screens, from the bottom on phones. */
export function SheetWindow(props: SheetProps) {
  const { open, onOpenChange, title, description, footer, inAddress = false, children } = props
  const ui = useTranslations('ui')
  useBackCloses(open && !inAddress, () => onOpenChange(false))
  const focus = useReturnFocus()
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={veilStyles} />
        <Radix.Content
          {...focus}
          {...(description ? {} : { 'aria-describedby': undefined })}
          className={classNames(
            'fixed inset-x-0 bottom-0 z-50 flex max-h-[92dvh] animate-rise flex-col rounded-t-xl bg-raised pb-safe shadow-lg outline-none',
            'sm:inset-y-0 sm:end-0 sm:start-auto sm:max-h-none sm:w-full sm:max-w-md sm:animate-slide-in sm:rounded-none sm:border-s',
          )}
        >
          <div className="flex items-start gap-4 border-b px-5 py-4">
            <div className="min-w-0 flex-1">
              <Radix.Title className="font-bold text-lg">{title}</Radix.Title>
              {description && (
                <Radix.Description className="text-muted text-sm">{description}</Radix.Description>
              )}
            </div>
            <Radix.Close asChild>
              <IconButton label={ui('close')} icon={<X />} tooltip={false} className="-mt-1.5 -me-2" />
            </Radix.Close>
          </div>
          {/* Focusable, because what stands in it may be all text and longer than the sheet. */}
          <section
            aria-label={title}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls only what has the focus
            tabIndex={0}
            className="min-h-0 flex-1 overflow-y-auto px-5 py-5 focus-visible:-outline-offset-2"
          >
            {children}
          </section>
          {footer && <div className="flex flex-wrap justify-end gap-2 border-t px-5 py-4">{footer}</div>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
