import 'server-only'
import { headers } from 'next/headers'
import { demoDoorOpen } from '@/domain/demo'
import { prisma } from '../db/prisma'
import { demoIsThere } from '../demo/service'
import { env, reachOf } from '../env'

/** Whether this request may enter the demo: by how the server can be reached, and by what its own front noted of the way. */
export function mayEnterDemo(requested: Headers): boolean {
  return demoDoorOpen(reachOf(env()), {
    host: requested.get('host'),
    origin: requested.get('origin'),
    forwarded: requested.get('x-clockface-forwarded') !== null,
  })
}

/** Whether whoever asks for a page can become one of the demo's people by one click. */
export async function demoOffered(): Promise<boolean> {
  return mayEnterDemo(await headers()) && (await demoIsThere({ db: prisma }))
}
