import { useTranslations } from 'next-intl'
import { MAX_PHOTOS, PROPOSED_PHOTOS } from '@/domain/enrolment'
import type { Advice } from './use-enrolment'

interface Words {
  title: string
  text: string
}

/** Which photo fits worst, counted from 1; null where none clearly does. */
export function worstNumber(advice: Advice, photos: readonly { id: string }[]): number | null {
  const at = photos.findIndex(({ id }) => id === advice?.worst)
  return at < 0 ? null : at + 1
}

/** What is said of a person's photos, and what they can do. */
export function useAdviceWords(): (advice: NonNullable<Advice>, photos: readonly { id: string }[]) => Words {
  const t = useTranslations('enrolment')
  return (advice, photos) => {
    if (advice.advice === 'good') {
      const few = photos.length < PROPOSED_PHOTOS
      return { title: t('advice.good.title'), text: few ? t('advice.good.third') : t('advice.good.enough') }
    }
    const number = worstNumber(advice, photos)
    if (number === null) return { title: t('advice.more.title'), text: t('advice.more.text') }
    const way = photos.length < MAX_PHOTOS ? 'replaceOrAdd' : 'replace'
    return { title: t('advice.worst.title'), text: t(`advice.worst.${way}`, { number }) }
  }
}
