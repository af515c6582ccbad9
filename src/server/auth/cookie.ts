import 'server-only'
import { env } from '../env'

/** A sign-in lasts 8 hours from the password, however busy the person is. */
export const signInSeconds = 8 * 60 * 60

export function secureCookies(): boolean {
  return env().PUBLIC_URL?.startsWith('https://') ?? false
}

/** The name under which next-auth keeps its token. */
export function sessionCookieName(): string {
  return `${secureCookies() ? '__Secure-' : ''}next-auth.session-token`
}
