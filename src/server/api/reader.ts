import 'server-only'
import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import { type ReaderLocale, readerLocale } from '@/domain/locale'
import { isTimeZone, zoneCookie } from '@/domain/time'
import { currentKiosk } from '../auth/kiosk-cookie'
import { env } from '../env'
import { currentUser } from '../sign-in/current-user'

export interface Reader {
  locale: ReaderLocale
  /** Of the profile, else of the browser's clock; null while neither is known. */
  timeZone: string | null
  /** Whether the zone is the profile's, so that the browser's clock does not count. */
  zoneChosen: boolean
}

/** For whom a page is written: their own choice, else what their browser asks for. */
export const reader = cache(async (): Promise<Reader> => {
  const [user, jar] = await Promise.all([currentUser(), cookies()])
  const named = jar.get(zoneCookie)?.value ?? ''
  const timeZone = user?.timeZone ?? (isTimeZone(named) ? named : null)
  return { locale: await localeFor(user?.locale ?? null), timeZone, zoneChosen: Boolean(user?.timeZone) }
})

/** For whom a kiosk's own page is written: whoever walks up, in the language chosen for the kiosk. */
export const kioskReader = cache(async (): Promise<Reader> => {
  const kiosk = await currentKiosk()
  if (!kiosk) return reader()
  return { locale: await localeFor(kiosk.locale), timeZone: null, zoneChosen: false }
})

async function localeFor(chosen: string | null): Promise<ReaderLocale> {
  const accepted = (await headers()).get('accept-language')
  return readerLocale({ chosen, accepted, pseudo: env().PSEUDO_LOCALES })
}

/** What scripts of our own in a page bear, so that the browser runs them and no others. The front made it for this answer. */
export async function scriptNonce(): Promise<string | undefined> {
  return (await headers()).get('x-clockface-nonce') ?? undefined
}
