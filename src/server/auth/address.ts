import 'server-only'

/** The client's address as our own server noted it from the socket (or from a trusted proxy). */
export function addressOf(headers: Headers): string {
  return headers.get('x-clockface-address') ?? 'unknown'
}
