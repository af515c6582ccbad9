import 'server-only'
import { headers } from 'next/headers'
import { viewerHeader } from '@/domain/viewer'
import { addressOf } from '../auth/address'
import { deviceKey } from '../auth/device-cookie'
import { currentKiosk } from '../auth/kiosk-cookie'
import type { ServiceContext } from '../context/context'
import { serviceContext } from '../process/service-context'
import { currentUser } from '../sign-in/current-user'
import { claimsHere } from '../sign-in/here'
import { toTrpcError } from '../trpc/errors'

/** The context of one request: the process's services, and the person or the kiosk that asks. */
export async function requestContext(): Promise<ServiceContext> {
  const asked = await headers()
  const address = addressOf(asked)
  const services = serviceContext()
  const [device, user, kiosk] = await Promise.all([deviceKey(services), currentUser(), currentKiosk()])
  // A page of somebody else's, who was signed in in this browser before.
  const viewerId = asked.get(viewerHeader)
  const actor = viewerId === null || viewerId === user?.id ? user : null
  const browser = { address, device, kiosk, named: claimsHere }
  return { ...services, ...browser, via: 'WEB', actor, signInId: actor?.signInId ?? null }
}

/** The same for a procedure: what goes wrong before it is told as what goes wrong in it. */
export function procedureContext(): Promise<ServiceContext> {
  return requestContext().catch((error: unknown) => {
    throw toTrpcError(error, 'request context')
  })
}
