import 'server-only'
import { cookies } from 'next/headers'
import { DEVICE_DAYS } from '@/domain/device'
import { secureCookies } from './cookie'
import { hashOf, isToken, newToken } from './tokens'

const DAY_SECONDS = 24 * 60 * 60

const cookieName = () => `${secureCookies() ? '__Host-' : ''}clockface-device`

async function deviceToken(): Promise<string | null> {
  const value = (await cookies()).get(cookieName())?.value
  return isToken(value) ? value : null
}

const keyOf = (token: string) => Buffer.from(hashOf(token)).toString('hex')

/** What the server knows the browser by, which is never the cookie itself; null where nobody has signed in with a password. */
export async function deviceKey(): Promise<string | null> {
  const token = await deviceToken()
  return token && keyOf(token)
}

/** Gives the browser its cookie, or prolongs the one it has, and answers its key. */
export async function keepDeviceCookie(): Promise<string> {
  const token = (await deviceToken()) ?? newToken()
  const jar = await cookies()
  jar.set(cookieName(), token, {
    httpOnly: true,
    sameSite: 'lax',
    secure: secureCookies(),
    path: '/',
    maxAge: DEVICE_DAYS * DAY_SECONDS,
  })
  return keyOf(token)
}
