import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Notice } from '@/components/ui/notice'

interface ChallengeImpossibleProps {
  /** There is a camera, but this browser cannot lead through the movements. */
  camera: boolean
  instead: ReactNode
}

/** Why no movement can be shown here, and the way on. */
export function ChallengeImpossible({ camera, instead }: ChallengeImpossibleProps) {
  const t = useTranslations('camera')
  const why = camera ? 'browser' : 'noCamera'
  return (
    <Notice tone="caution" title={t(`impossible.${why}.title`)} action={instead}>
      {instead ? t(`impossible.${why}.withWay`) : t(`impossible.${why}.withoutWay`)}
    </Notice>
  )
}
