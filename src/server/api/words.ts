import 'server-only'
import { getRequestConfig } from 'next-intl/server'
import { messagesOf } from '../words/catalogues'
import { reader } from './reader'

/** What next-intl gives to every page: the sentences, and how dates and numbers are written. */
export default getRequestConfig(async () => {
  const { locale, timeZone } = await reader()
  return { locale: locale.format, messages: messagesOf(locale.catalogue), timeZone: timeZone ?? 'UTC' }
})
