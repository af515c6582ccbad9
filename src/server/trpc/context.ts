import 'server-only'
import { headers } from 'next/headers'
import { addressOf } from '../auth/address'
import { currentUser } from '../auth/current-user'
import type { ServiceContext } from '../context'
import { serviceContext } from '../service-context'

/** The context of one request: the process's services and the person who asks. */
export async function requestContext(): Promise<ServiceContext> {
  const address = addressOf(await headers())
  return { ...serviceContext(), address, actor: await currentUser() }
}
