'use client'

import { Maximize } from 'lucide-react'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button'

/** Fills the screen with the page; the browser's Escape key leaves it again. */
export function FullScreenButton() {
  async function fill() {
    try {
      await document.documentElement.requestFullscreen()
    } catch {
      toast.error('The browser did not allow it. Press F11 instead.')
    }
  }
  return (
    <Button variant="secondary" onClick={fill}>
      <Maximize aria-hidden="true" />
      Full screen
    </Button>
  )
}
