'use client'

import { CircleCheck, CircleDashed, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Spinner } from '@/components/ui/spinner'
import { appErrorOf } from '@/components/words/app-error'
import { useErrorText } from '@/components/words/error-words'
import { ComparedPhotos } from './compared-photos'
import type { EnrolmentStatus } from './use-enrolment'
import type { UploadOutcome } from './use-uploads'

interface UploadOutcomesProps {
  outcomes: UploadOutcome[]
  others: EnrolmentStatus
  replaces: string | undefined
  /** What else there is to say of them. */
  children?: ReactNode
}

/** What came of each file, by its name. */
export function UploadOutcomes({ outcomes, others, replaces, children }: UploadOutcomesProps) {
  const t = useTranslations('enrolment')
  const wordsOf = useOutcomeWords()
  const differs = outcomes.some(({ error }) => appErrorOf(error)?.code === 'enrolment.different_person')
  return (
    <div aria-live="polite" className="grid gap-4">
      {outcomes.length > 0 && (
        <ul
          aria-label={t('files.label')}
          className="mx-auto grid w-full max-w-text divide-y rounded-md border"
        >
          {outcomes.map((outcome) => (
            <li key={outcome.key} className="flex items-start gap-3 px-4 py-3">
              <Mark outcome={outcome} />
              <div className="min-w-0">
                <p className="wrap-anywhere font-semibold">{outcome.file.name}</p>
                <p className="text-muted text-sm">{wordsOf(outcome)}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
      {differs && <ComparedPhotos status={others} replaces={replaces} />}
      {children}
    </div>
  )
}

function useOutcomeWords() {
  const t = useTranslations('enrolment')
  const errorText = useErrorText()
  return ({ state, error }: UploadOutcome): string =>
    state === 'refused' ? t('files.refused', { reason: errorText(error) }) : t(`files.${state}`)
}

function Mark({ outcome }: { outcome: UploadOutcome }) {
  const size = 'mt-0.5 size-5 shrink-0'
  if (outcome.state === 'sending') return <Spinner className={size} />
  if (outcome.state === 'kept')
    return <CircleCheck aria-hidden="true" className={`${size} text-positive-ink`} />
  if (outcome.state === 'refused')
    return <TriangleAlert aria-hidden="true" className={`${size} text-caution-ink`} />
  return <CircleDashed aria-hidden="true" className={`${size} text-muted`} />
}
