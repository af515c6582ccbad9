'use client'

import { Maximize } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'

/** Fills the screen with the page; the browser's Escape key leaves it again. */
export function FullScreenButton() {
  const t = useTranslations('layout')
  async function fill() {
    try {
      await document.documentElement.requestFullscreen()
    } catch {
      toast.error(t('fullScreen.refused'))
    }
  }
  return (
    <Button variant="secondary" onClick={fill}>
      <Maximize aria-hidden="true" />
      {t('fullScreen.enter')}
    </Button>
  )
}
