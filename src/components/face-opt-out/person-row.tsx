import { useTranslations } from 'next-intl'
import type { ApiOutput } from '@/components/providers/api-output'
import { Avatar } from '@/components/ui/avatar'
import { EmailAddress } from '@/components/ui/email-address'
import { StudentFaceOff } from './student-face-off'
import { useFaceOffWords } from './without-face-words'

type Person = ApiOutput['faceOptOut']['byEmail']

/** One person: why their face is off and since when, and what may be done about it. */
export function PersonRow({ person }: { person: Person }) {
  const t = useTranslations('face-opt-out')
  const faceOffWords = useFaceOffWords()
  const { name, email } = person
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 border-t py-3">
      <Avatar name={name} size="sm" />
      <div className="min-w-0 flex-1 basis-48">
        <p translate="no" className="wrap-anywhere font-semibold">
          {name}
        </p>
        <p className="text-muted text-sm">
          <EmailAddress>{email}</EmailAddress>
        </p>
        <p className="text-muted text-sm">{faceOffWords(person)}</p>
        {person.faceOff && person.reason && (
          <p className="wrap-anywhere text-muted text-sm">{t('row.reason', { reason: person.reason })}</p>
        )}
      </div>
      <StudentFaceOff student={person} />
    </li>
  )
}
