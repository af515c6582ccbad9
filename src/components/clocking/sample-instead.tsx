'use client'

import { Image as ImageIcon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useSamples } from '@/components/demo/demo-provider'
import { Button } from '@/components/ui/button'

/** The way in the demo for whoever has no camera at hand. */
export function SampleInstead({ onClick }: { onClick: () => void }) {
  const t = useTranslations('demo')
  if (!useSamples().portrait) return null
  return (
    <Button variant="secondary" className="w-full" onClick={onClick}>
      <ImageIcon aria-hidden="true" />
      {t('clock.try')}
    </Button>
  )
}
