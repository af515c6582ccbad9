'use client'

import { useTranslations } from 'next-intl'
import { useTheme } from 'next-themes'
import { useEffect } from 'react'
import { Toaster as Sonner, toast } from 'sonner'
import { showToastsBy } from './toast'

/** What shows the words in passing; it says when it is there. */
export function ShownToasts() {
  const ui = useTranslations('ui')
  const { resolvedTheme } = useTheme()
  useEffect(() => showToastsBy(toast), [])
  return (
    <Sonner
      theme={resolvedTheme === 'dark' ? 'dark' : 'light'}
      customAriaLabel={ui('toasts', { hotkey: 'Alt+T' })}
      // Under the header: what has to be pressed next is at the bottom.
      position="top-center"
      closeButton
      duration={6000}
      offset={{ top: 76 }}
      mobileOffset={{ top: 68 }}
      toastOptions={{
        closeButtonAriaLabel: ui('closeToast'),
        classNames: {
          toast: 'font-sans! rounded-md! border-line! bg-raised! text-ink! shadow-lg! text-sm!',
          description: 'text-muted!',
          actionButton: 'bg-accent! text-on-accent! font-semibold! h-9! px-3! text-sm!',
          closeButton: 'border-line! bg-raised! text-ink!',
          success: '[&_[data-icon]]:text-positive!',
          error: '[&_[data-icon]]:text-negative!',
          warning: '[&_[data-icon]]:text-caution!',
          info: '[&_[data-icon]]:text-accent!',
        },
      }}
    />
  )
}
