import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'

interface KioskButtonProps {
  variant?: 'primary' | 'secondary'
  loading?: boolean
  onPress: () => void
  children: ReactNode
}

/** A button that nobody misses with a finger. */
export function KioskButton({ variant = 'primary', loading = false, onPress, children }: KioskButtonProps) {
  return (
    <Button
      variant={variant}
      size="lg"
      loading={loading}
      onClick={onPress}
      className="h-18 min-w-44 flex-1! touch-manipulation text-xl! sm:max-w-64"
    >
      {children}
    </Button>
  )
}
