'use client'

import { Hourglass } from 'lucide-react'
import { Notice } from '@/components/ui/notice'
import { useErrorWords } from '@/components/words/error-words'
import type { EnrolmentStatus } from './use-enrolment'

/** For whoever cannot add photos before the office has looked, or at all. */
export function OnHold({ hold }: Pick<EnrolmentStatus, 'hold'>) {
  const words = useErrorWords()
  if (!hold) return null
  const waiting = hold === 'OPEN'
  const said = words.ofCode(waiting ? 'enrolment.office_looks' : 'enrolment.office_refused')
  return (
    <Notice
      tone={waiting ? 'accent' : 'caution'}
      icon={<Hourglass />}
      title={said.title}
      className="max-w-3xl"
    >
      {said.text}
      {waiting && ' The last photo is kept for that until it is decided; withdrawing erases it at once.'}
    </Notice>
  )
}
