import 'server-only'
import { z } from 'zod'
import { idSchema } from '@/domain/id'
import { readTicket, signTicket } from '../auth/ticket'
import { hashOf, newToken } from '../auth/tokens'
import type { ServiceContext } from '../context/context'

/** Each kind says what it is, so that whoever searches texts for secrets finds one that got into them. */
const PERSONAL = 'cf_pat_'
const ACCESS = 'cf_at_'
const REFRESH = 'cf_rt_'

type Signing = Pick<ServiceContext, 'settings' | 'clock'>

/** A personal access token, and what is kept of it: 32 random bytes need no slow hash. */
export function newPersonalToken() {
  const token = `${PERSONAL}${newToken()}`
  return { token, tokenHash: hashOf(token) }
}

/** By what a personal access token is found; null for anything that is none. */
export function personalTokenHash(token: string) {
  return /^cf_pat_[\w-]{43}$/.test(token) ? hashOf(token) : null
}

/** Another refresh token of a family, or the first of a new one, and what is kept of it. */
export function newRefreshToken(family = newToken()) {
  const turn = newToken()
  return { refreshToken: `${REFRESH}${family}${turn}`, familyHash: hashOf(family), turnHash: hashOf(turn) }
}

/** What a refresh token is made of; null for anything that is none. */
export function refreshParts(token: string) {
  const [, family, turn] = /^cf_rt_([\w-]{43})([\w-]{43})$/.exec(token) ?? []
  return family && turn ? { family, familyHash: hashOf(family), turnHash: hashOf(turn) } : null
}

/**
 * Signed, not kept: it names the sign-in, whose row is asked each time, so ending that ends it at once, and the access
 * tokens from before a refresh count until their own end.
 */
export function signAccessToken({ settings }: Signing, programId: string, until: Date): string {
  return `${ACCESS}${signTicket(settings.ticketKey, 'program', programId, until)}`
}

/** The sign-in that an access token names; null for anything that is none, or none any more. */
export function programOfAccessToken({ settings, clock }: Signing, token: string): string | null {
  if (!token.startsWith(ACCESS)) return null
  const ticket = token.slice(ACCESS.length)
  return readTicket(settings.ticketKey, 'program', ticket, {
    schema: z.string().pipe(idSchema),
    now: clock(),
  })
}
