'use client'

import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { useMoneyText } from '@/components/words/money'
import { formatHours } from '@/domain/pay/durations'
import type { RuleSentence } from '@/domain/rule-sentences'

type Premium = Extract<RuleSentence, { says: 'premium' }>

/** Gives times of day (`HH:MM`) as the reader’s clock shows them. */
function useClockText() {
  const locale = useLocale()
  const format = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' })
  return (time: string) => format.format(new Date(`2026-01-01T${time}:00Z`)).replaceAll('\u202f', '\u00a0')
}

/** Gives lengths in minutes in words: 30 minutes, 8 hours, 7:30 hours. */
function useLength() {
  const t = useTranslations('rule-sets')
  return (minutes: number) => {
    if (minutes < 60) return t('length.minutes', { minutes })
    return minutes % 60 === 0
      ? t('length.hours', { hours: minutes / 60 })
      : t('length.both', { length: formatHours(minutes) })
  }
}

function useWhen() {
  const t = useTranslations('rule-sets')
  const clock = useClockText()
  const { list } = useFormatter()
  return ({ window, days: on, holidays }: Premium) => {
    const days = on && list(on.map((day) => t(`weekday.${day}`)))
    const times = window && { from: clock(window.from), to: clock(window.to) }
    if (holidays && days)
      return times ? t('when.holidayDaysWindow', { days, ...times }) : t('when.holidayDays', { days })
    if (holidays) return times ? t('when.holidaysWindow', times) : t('when.holidays')
    if (days) return times ? t('when.daysWindow', { days, ...times }) : t('when.days', { days })
    return times ? t('when.window', times) : t('when.always')
  }
}

function usePremiumSentences(currency: string) {
  const t = useTranslations('rule-sets')
  const money = useMoneyText()
  const when = useWhen()
  return (premium: Premium): string[] => {
    const { name, pays, inRegularRate, credited } = premium
    const [share, minor] = 'share' in pays ? [pays.share, 0] : [0, pays.amount]
    const kind = 'share' in pays ? 'share' : 'amount'
    const amount = money({ amount: minor, currency })
    return [
      t('says.premium', { name, kind, share, amount, when: when(premium) }),
      ...(inRegularRate ? [t('says.inRegularRate', { name })] : []),
      ...(credited ? [t('says.credited', { name })] : []),
    ]
  }
}

/** Says rules in the reader’s words; a premium may take more than one sentence. */
export function useRuleWords(currency: string) {
  const t = useTranslations('rule-sets')
  const length = useLength()
  const clock = useClockText()
  const premium = usePremiumSentences(currency)
  return (sentence: RuleSentence): string[] => {
    if (sentence.says === 'premium') return premium(sentence)
    if ('at' in sentence) return [t(`says.at.${sentence.says}`, { at: clock(sentence.at) })]
    if ('factor' in sentence) {
      const after = sentence.after ? length(sentence.after) : 'none'
      return [t(`says.step.${sentence.says}`, { after, factor: sentence.factor })]
    }
    if ('piece' in sentence) {
      const piece = sentence.piece > 1 ? length(sentence.piece) : 'none'
      const given = { after: length(sentence.after), length: length(sentence.minutes), piece }
      return [t(`says.break.${sentence.says}`, given)]
    }
    if ('minutes' in sentence)
      return [t(`says.length.${sentence.says}`, { length: length(sentence.minutes) })]
    return [t(`says.plain.${sentence.says}`)]
  }
}
