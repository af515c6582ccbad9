'use client'

import { Hourglass } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { useErrorWords } from '@/components/words/error-words'
import type { EnrolmentStatus } from './use-enrolment'

/** For whoever cannot add photos before an administrator has looked, or at all. */
export function OnHold({ hold }: Pick<EnrolmentStatus, 'hold'>) {
  const t = useTranslations('enrolment')
  const words = useErrorWords()
  if (!hold) return null
  const waiting = hold === 'OPEN'
  const said = words.ofCode(waiting ? 'enrolment.administrator_looks' : 'enrolment.administrator_refused')
  return (
    <Notice
      tone={waiting ? 'accent' : 'caution'}
      icon={<Hourglass />}
      title={said.title}
      className="max-w-3xl"
    >
      <p>{said.text}</p>
      {waiting && <p>{t('hold.kept')}</p>}
    </Notice>
  )
}
