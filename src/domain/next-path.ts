const origin = 'http://clockface.invalid'

/**
 * The path to go on to after signing in, or null. Takes a path ("/join/ABC234") or an address, of which only
 * the path is kept, so that a crafted link can never lead to another site.
 */
export function nextPath(value: unknown): string | null {
  if (typeof value !== 'string' || value === '') return null
  try {
    const { pathname, search, hash } = new URL(value, origin)
    const path = pathname + search + hash
    return new URL(path, origin).origin === origin && /^\/(?![/\\])/.test(path) && path !== '/' ? path : null
  } catch {
    return null
  }
}
