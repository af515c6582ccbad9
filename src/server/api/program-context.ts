import 'server-only'
import { addressOf } from '../auth/address'
import type { ServiceContext } from '../context/context'
import { whoAsks } from '../foreseen'
import { bearerOf } from '../tokens/bearer'

/** The context of a program's request: its token alone says who asks. It has no browser, so no device and no kiosk. */
export async function programContext(services: ServiceContext, headers: Headers): Promise<ServiceContext> {
  const context = { ...services, via: 'API' as const, address: addressOf(headers), device: null, kiosk: null }
  const bearer = await whoAsks(() => bearerOf(context, headers.get('authorization')))
  return bearer ? { ...context, ...bearer } : context
}
