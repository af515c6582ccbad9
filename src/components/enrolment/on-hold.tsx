import { Hourglass } from 'lucide-react'
import { Notice } from '@/components/ui/notice'
import { errorText } from '@/domain/errors'
import type { EnrolmentStatus } from './use-enrolment'

/** For whoever cannot add photos before the office has looked, or at all. */
export function OnHold({ hold }: Pick<EnrolmentStatus, 'hold'>) {
  if (!hold) return null
  const waiting = hold === 'OPEN'
  return (
    <Notice
      tone={waiting ? 'accent' : 'caution'}
      icon={<Hourglass />}
      title={waiting ? 'The office is asked to look' : 'No photos for this account'}
      className="max-w-3xl"
    >
      {errorText(waiting ? 'enrolment.office_looks' : 'enrolment.office_refused')}
      {waiting && ' The last photo is kept for that until it is decided; withdrawing erases it at once.'}
    </Notice>
  )
}
