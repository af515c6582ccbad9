import 'server-only'
import { headers } from 'next/headers'

/** What scripts of our own in a page bear, so that the browser runs them and no others. The front made it for this answer. */
export async function scriptNonce(): Promise<string | undefined> {
  return (await headers()).get('x-clockface-nonce') ?? undefined
}
