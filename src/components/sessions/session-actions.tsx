'use client'

import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'

interface ActionsButtonProps {
  /** Of what it shows. */
  id: string
  shown: boolean
  onShow: (shown: boolean) => void
}

/** On a phone, beside the session's name: shows what can be done with it, so that the students come first. */
export function ActionsButton({ id, shown, onShow }: ActionsButtonProps) {
  const t = useTranslations('sessions')
  return (
    <Button
      variant="secondary"
      size="sm"
      aria-expanded={shown}
      aria-controls={id}
      onClick={() => onShow(!shown)}
      className="sm:hidden"
    >
      {t('page.actions')}
      <ChevronDown aria-hidden="true" className={shown ? 'rotate-180' : ''} />
    </Button>
  )
}

/** What can be done with a session. */
export function SessionActions({
  id,
  shown,
  children,
}: Omit<ActionsButtonProps, 'onShow'> & { children: ReactNode }) {
  return (
    <div id={id} className={classNames('flex flex-wrap gap-2 max-sm:w-full', !shown && 'max-sm:hidden')}>
      {children}
    </div>
  )
}
