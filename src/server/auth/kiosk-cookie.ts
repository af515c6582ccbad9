import 'server-only'
import { cookies } from 'next/headers'
import { cache } from 'react'
import type { KioskActor } from '../context/context'
import { prisma } from '../db/prisma'
import { whoAsks } from '../foreseen'
import { secureCookies, sessionCookieName } from './cookie'
import { hashOf, isToken } from './tokens'

/** The longest that browsers keep a cookie: after it the kiosk is set up anew. */
const SECONDS = 400 * 24 * 60 * 60

const cookieName = () => `${secureCookies() ? '__Host-' : ''}clockface-kiosk`

/** The kiosk that asks, as long as it is registered. */
export const currentKiosk = cache(async (): Promise<KioskActor | null> => {
  const token = (await cookies()).get(cookieName())?.value
  if (!isToken(token)) return null
  const select = { id: true, placeId: true, name: true, speaks: true, mode: true, locale: true }
  const where = { tokenHash: hashOf(token), revokedAt: null }
  return whoAsks(() => prisma.kiosk.findUnique({ where, select }))
})

/** Makes this browser the kiosk. Whoever was signed in here is no longer: anybody can walk up to it. */
export async function keepKioskCookie(token: string): Promise<void> {
  const jar = await cookies()
  const look = { httpOnly: true, sameSite: 'lax', secure: secureCookies(), path: '/' } as const
  jar.set(cookieName(), token, { ...look, maxAge: SECONDS })
  jar.set(sessionCookieName(), '', { ...look, maxAge: 0 })
}
