import 'server-only'

/** What of next-auth our pages ask for. What else it brings does not exist: a log that strangers write, pages of its own. */
const routes = [
  'GET csrf',
  'GET providers',
  'POST callback/credentials',
  'POST callback/face',
  'POST callback/demo',
  'POST signout',
]

export function isSignInRoute(method: string, path: readonly string[]): boolean {
  return routes.includes(`${method} ${path.join('/')}`)
}
