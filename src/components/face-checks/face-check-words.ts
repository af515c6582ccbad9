import { useTranslations } from 'next-intl'
import type { Tone } from '@/components/ui/tones'
import { useErrorWords } from '@/components/words/error-words'
import { isErrorCode } from '@/domain/errors'

type Outcome = 'MATCHED' | 'NOT_MATCHED' | 'NOT_LIVE' | 'CHALLENGE_FAILED' | 'UNUSABLE'

/** What came of a face check. */
export const outcomeTone: Record<Outcome, Tone> = {
  MATCHED: 'positive',
  NOT_MATCHED: 'negative',
  NOT_LIVE: 'negative',
  CHALLENGE_FAILED: 'negative',
  UNUSABLE: 'caution',
}

/** How a face of a group photo came to its name. */
export const bandTone: Record<'SURE' | 'LIKELY' | 'UNKNOWN', Tone> = {
  SURE: 'positive',
  LIKELY: 'positive',
  UNKNOWN: 'neutral',
}

/** What was wrong with a picture, told about somebody else; the error's own sentence tells the person what to do. */
const toldReasons = [
  'face.none',
  'face.several',
  'face.too_small',
  'face.too_dark',
  'face.too_bright',
  'face.blurred',
  'face.turned_away',
  'face.upside_down',
  'face.lies_left',
  'face.lies_right',
  // Checks from before the two sides were told apart.
  'face.on_its_side',
  'face.cut_off',
  'face.covered',
  'face.no_person',
  'face.not_live',
  'face.second_factor',
  'face.more_pictures',
  'face.not_recognised',
] as const

export function useReasonText() {
  const t = useTranslations('face-checks')
  const words = useErrorWords()
  return (reason: string | null): string | null => {
    if (reason === null) return null
    const told = toldReasons.find((one) => one === reason)
    if (told) return t(`reason.${told}`)
    return isErrorCode(reason) ? words.ofCode(reason).title : null
  }
}

/** The recognisers by the names people read elsewhere in Clockface. */
export function useRecogniserText() {
  const t = useTranslations('face-checks')
  return (model: string): string => {
    if (model === 'retail-0095') return 'face-reidentification-retail-0095'
    const [kind, name, hash] = model.split(':')
    if (kind === 'own' && name && hash) return `${name} (${hash})`
    return model === 'dlib' ? t('basicRecogniser') : model
  }
}
