'use client'

import { useTranslations } from 'next-intl'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTimeText } from '@/components/ui/time'
import type { Tone } from '@/components/ui/tones'
import { localTimeOf } from '@/domain/time'

export type KioskAnswer = ApiOutput['kiosks']['stepUp']

export interface Greeting {
  /** Both are spoken where the kiosk speaks. */
  title: string
  text: string
  tone: Tone
  /** Where the person is asked something: what their two answers are called. */
  question: { yes: string; no: string } | null
}

interface Moment {
  timeZone: string
  now: Date
}

/** Morning until noon, night from nine: by the clock of the class, which may not be that of the kiosk. */
function timeOfDay({ timeZone, now }: Moment): 'morning' | 'afternoon' | 'evening' | 'night' {
  const hour = Number(localTimeOf(now, timeZone).slice(11, 13))
  if (hour < 5 || hour >= 21) return 'night'
  if (hour >= 18) return 'evening'
  return hour < 12 ? 'morning' : 'afternoon'
}

/** What the kiosk says to the person it has just recognised. */
export function useGreeting(): (answer: KioskAnswer, moment: Moment) => Greeting {
  const t = useTranslations('kiosks')
  const timeText = useTimeText()
  return ({ kind, firstName: name, status, ticket, ...answer }, moment) => {
    const at = (instant: Date | null) => ({ time: instant ? timeText(instant, moment.timeZone) : '' })
    const [came, left] = [at(answer.clockedInAt), at(answer.clockedOutAt)]
    const plain = { tone: 'positive', question: null } as const
    switch (kind) {
      case 'clocked_in':
        return {
          ...plain,
          title: t(`greeting.${timeOfDay(moment)}`, { name }),
          text: t(`came.${status}`, came),
          tone: status === 'LATE' ? 'caution' : 'positive',
        }
      case 'returned':
        return { ...plain, title: t('greeting.back', { name }), text: t('said.returned', came) }
      case 'clocked_out':
        return { ...plain, title: t('greeting.goodbye', { name }), text: t('said.clockedOut', left) }
      case 'here':
        return {
          title: t('greeting.hello', { name }),
          text: ticket ? t('said.leaving', came) : t('said.clockedIn', came),
          tone: 'accent',
          question: ticket ? { yes: t('answer.out'), no: t('answer.stay') } : null,
        }
      case 'left':
        return {
          title: t('greeting.hello', { name }),
          text: ticket ? t('said.returning', left) : t('said.hasLeft', left),
          tone: 'accent',
          question: ticket ? { yes: t('answer.back'), no: t('answer.left') } : null,
        }
    }
  }
}
