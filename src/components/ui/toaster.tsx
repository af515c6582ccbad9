'use client'

import { useTranslations } from 'next-intl'
import { useTheme } from 'next-themes'
import { Toaster as Sonner } from 'sonner'

/** Stands once in the root layout. Anywhere else: `import { toast } from 'sonner'`. */
export function Toaster() {
  const ui = useTranslations('ui')
  const { resolvedTheme } = useTheme()
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
