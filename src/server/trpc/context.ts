import 'server-only'
import { headers } from 'next/headers'
import { addressOf } from '../auth/address'
import { currentUser } from '../auth/current-user'
import { deviceKey } from '../auth/device-cookie'
import { currentKiosk } from '../auth/kiosk-cookie'
import type { ServiceContext } from '../context'
import { serviceContext } from '../service-context'

/** The context of one request: the process's services, and the person or the tablet that asks. */
export async function requestContext(): Promise<ServiceContext> {
  const address = addressOf(await headers())
  const [device, actor, kiosk] = await Promise.all([deviceKey(), currentUser(), currentKiosk()])
  return { ...serviceContext(), address, device, actor, kiosk }
}
