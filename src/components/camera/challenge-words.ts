import { useTranslations } from 'next-intl'
import type { ChallengeGuidance, ChallengeWords } from '@/domain/face/challenge-guide'
import { type ChallengeStep, challengeSteps } from '@/domain/face/challenge-steps'

interface Moment extends Pick<ChallengeGuidance, 'phase' | 'words' | 'hint'> {
  live: boolean
  /** The frames are on their way. */
  sending: boolean
  /** Three more pictures are taken, because those of the challenge did not tell. */
  taking: boolean
  paused: boolean
  /** The person is being led. */
  looking: boolean
  /** The minute was over, and it begins anew. */
  again: boolean
}

/** The large words, and the sentence under the picture. Left and right are the person's own, as in a mirror. */
export function useChallengeWords(moment: Moment): { words: string; hint: string } {
  const t = useTranslations('camera')
  return { words: words(), hint: hint() }

  function words(): string {
    const { live, sending, taking, paused, looking } = moment
    if (!live) return t('moment.starting')
    if (sending) return taking ? t('moment.more') : t('moment.oneMoment')
    return paused ? '' : t(`guidance.${looking ? moment.words : 'starting'}`)
  }

  function hint(): string {
    const { live, sending, taking, phase, words, hint, again } = moment
    if (!live) return t('hint.allow')
    if (taking) return t('hint.more')
    if (sending) return t('hint.checking')
    if (phase === 'neutral') {
      if (again) return t('challenge.again')
      return hint === 'slow' ? t('challenge.slowStart') : t('challenge.begins')
    }
    if (phase === 'back' && words === 'perfect') return t('challenge.first.FACE_CAMERA')
    if (hint === 'wrong_way' && isStep(words)) return t(`challenge.wrongWay.${words}`)
    if (!isStep(words) && words !== 'FACE_CAMERA') return ''
    return hint === 'slow' ? t(`challenge.slow.${words}`) : t(`challenge.first.${words}`)
  }
}

const isStep = (words: ChallengeWords): words is ChallengeStep =>
  challengeSteps.some((step) => step === words)
