import 'server-only'
import { cookies } from 'next/headers'
import { DEVICE_DAYS } from '@/domain/device'
import { secureCookies } from './cookie'
import { deviceOf, renewDevice, type Signing } from './device-token'

const DAY_SECONDS = 24 * 60 * 60

const cookieName = () => `${secureCookies() ? '__Host-' : ''}clockface-device`

async function deviceCookie(): Promise<string> {
  return (await cookies()).get(cookieName())?.value ?? ''
}

/** The browser that asks; null where nobody has signed in with a password. */
export async function deviceKey(ctx: Signing): Promise<string | null> {
  return deviceOf(ctx, await deviceCookie())
}

/** Gives the browser its cookie, or prolongs the one it has, and answers its key. */
export async function keepDeviceCookie(ctx: Signing): Promise<string> {
  const { key, cookie } = renewDevice(ctx, await deviceCookie())
  const jar = await cookies()
  jar.set(cookieName(), cookie, {
    httpOnly: true,
    sameSite: 'lax',
    secure: secureCookies(),
    path: '/',
    maxAge: DEVICE_DAYS * DAY_SECONDS,
  })
  return key
}
