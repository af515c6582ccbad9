import 'server-only'
import { env } from '../env'

export function secureCookies(): boolean {
  return env().PUBLIC_URL?.startsWith('https://') ?? false
}

/** The name under which next-auth keeps its token. */
export function sessionCookieName(): string {
  return `${secureCookies() ? '__Secure-' : ''}next-auth.session-token`
}
