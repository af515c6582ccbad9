import { ScanFace } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/link-button'
import type { FaceState } from './face-state'

type Missing = Exclude<FaceState, 'ready'>

const canBeDone = ['no_consent', 'notice_changed', 'few_photos', 'recogniser_changed'] as const

/** What leads to using the face; undefined where the person cannot bring it about. */
const actionOf = (state: Missing) => canBeDone.find((each) => each === state)

/** Where the camera's button is not there: why, and what to do about it. No code in sight? The teacher marks by hand. */
export function FaceNeeded({ state, area = '/study' }: { state: Missing; area?: '/study' | '/work' }) {
  const t = useTranslations('enrolment')
  const action = actionOf(state)
  return (
    <div className="grid gap-3">
      <div className="text-muted">
        <p>{t(`needed.${state}.text`)}</p>
        {area === '/study' && <p>{t('needed.noCode')}</p>}
      </div>
      {action && (
        <LinkButton
          href={`${area}/face`}
          size="lg"
          variant="secondary"
          className="w-full sm:w-auto sm:justify-self-start"
        >
          <ScanFace aria-hidden="true" />
          {t(`needed.${action}.action`)}
        </LinkButton>
      )}
    </div>
  )
}
