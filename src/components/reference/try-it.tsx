'use client'

import { Play } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import type { Tried } from './try-request'

const TryForm = dynamic(() => import('./try-form').then(({ TryForm }) => TryForm))

/** Opens the form that sends the operation; until then nothing of it is loaded. */
export function TryIt(operation: Tried) {
  const t = useTranslations('reference')
  const [open, setOpen] = useState(false)
  if (open) return <TryForm {...operation} />
  return (
    <div>
      <Button variant="secondary" size="sm" onClick={() => setOpen(true)}>
        <Play aria-hidden="true" />
        {t('try.open')}
      </Button>
    </div>
  )
}
