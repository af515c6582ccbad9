'use client'

import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'

/** What can be done with a session: beside its name, and on a phone behind one button, so that the students come first. */
export function SessionActions({ children }: { children: ReactNode }) {
  const t = useTranslations('sessions')
  const id = useId()
  const [shown, setShown] = useState(false)
  return (
    <>
      <Button
        variant="secondary"
        aria-expanded={shown}
        aria-controls={id}
        onClick={() => setShown(!shown)}
        className="flex-auto sm:hidden"
      >
        {t('page.actions')}
        <ChevronDown aria-hidden="true" className={shown ? 'rotate-180' : ''} />
      </Button>
      <div id={id} className={classNames('flex flex-wrap gap-2 max-sm:w-full', !shown && 'max-sm:hidden')}>
        {children}
      </div>
    </>
  )
}
