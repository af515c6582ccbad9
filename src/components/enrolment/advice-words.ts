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
export function adviceWords(advice: NonNullable<Advice>, photos: readonly { id: string }[]): Words {
  const third = 'A third photo, in other light or with your glasses, makes you surer to be recognised.'
  if (advice.advice === 'good') {
    const more = photos.length < PROPOSED_PHOTOS ? third : 'The camera will know you by them.'
    return { title: 'These photos will work well', text: more }
  }
  const worst = worstNumber(advice, photos)
  if (worst !== null) {
    const room = photos.length < MAX_PHOTOS ? ', or add one' : ''
    return {
      title: 'A better photo would help',
      text: `Photo ${worst} resembles your others least. Replace it with one in other light${room}: then you are recognised more surely.`,
    }
  }
  return {
    title: 'One more photo in other light would help',
    text: 'You can clock in as it is. With one more, by a window or with your glasses, you are recognised more surely.',
  }
}
