import 'server-only'
import { env } from '../env'

function hostOf(address: string): string | null {
  try {
    return new URL(address).host
  } catch {
    return null
  }
}

/** Whether a browser says that the request was made by a page of another site. */
export function isForeign(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site) return site !== 'same-origin' && site !== 'none'
  const origin = request.headers.get('origin')
  if (origin === null) return false
  const { PUBLIC_URL } = env()
  const ours = [request.headers.get('host'), PUBLIC_URL ? hostOf(PUBLIC_URL) : null]
  const host = hostOf(origin)
  return host === null || !ours.includes(host)
}
