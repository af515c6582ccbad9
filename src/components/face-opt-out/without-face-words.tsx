import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ApiOutput } from '@/components/providers/api-output'
import { Time } from '@/components/ui/time'

export type FaceOffReason = NonNullable<ApiOutput['enrolment']['status']['faceOff']>

/** Why somebody takes part without their face, since when and by whom, as staff read it. */
export function useFaceOffWords(): (person: ApiOutput['faceOptOut']['byEmail']) => ReactNode {
  const t = useTranslations('face-opt-out')
  return ({ faceOff, since, by }) => {
    if (!faceOff) return t('row.withFace')
    if (!since) return t(`row.off.${faceOff}`)
    const date = () => <Time at={since} format="date" />
    if (by && (faceOff === 'STAFF' || faceOff === 'EMPLOYER'))
      return t.rich(`row.offBy.${faceOff}`, { date, name: by })
    return t.rich(`row.offSince.${faceOff}`, { date })
  }
}
