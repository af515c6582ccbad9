import { useTranslations } from 'next-intl'
import type { Instruction, Turn } from '@/domain/face/observation'

interface Moment {
  /** The camera shows a picture. */
  live: boolean
  /** A picture is being worked on. */
  working: boolean
  /** The first pictures did not tell, and more are taken. */
  more: boolean
  paused: boolean
  /** Null until it is known whether guiding works. */
  guided: boolean | null
  autoCapture: boolean
  turn: Turn | null
  /** It takes longer than it should. */
  slow: boolean
  instruction: Instruction
}

/** The large words on the picture, and the sentence under it. */
export function useCameraWords(moment: Moment): { words: string; hint: string } {
  const t = useTranslations('camera')
  return { words: words(), hint: hint() }

  function words(): string {
    const { live, working, more, paused, guided, instruction } = moment
    if (!live) return t('moment.starting')
    if (working) return more ? t('moment.more') : t('moment.oneMoment')
    if (paused) return ''
    if (guided === false) return t('guidance.no_face')
    return t(`guidance.${guided ? instruction : 'starting'}`)
  }

  function hint(): string {
    const { live, more, guided, autoCapture, turn, slow } = moment
    if (!live) return t('hint.allow')
    if (more) return t('hint.more')
    if (guided === false) return turn ? t(`hint.turnByHand.${turn.to}`) : t('hint.fillOval')
    if (turn && guided && !slow) return t('hint.turning')
    if (!autoCapture) return t('hint.press')
    return slow ? t('hint.slow') : t('hint.byItself')
  }
}
