import 'server-only'
import { cache } from 'react'
import { directionOf } from '@/domain/locale'
import { messagesOf } from '../words/catalogues'
import { kioskReader } from './reader'

/** What a kiosk's own pages are written in, for the provider around them. */
export const kioskWords = cache(async () => {
  const { locale } = await kioskReader()
  return { locale: locale.format, direction: directionOf(locale), messages: messagesOf(locale.catalogue) }
})
