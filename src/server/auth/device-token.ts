import 'server-only'
import { z } from 'zod'
import { deviceEnd } from '@/domain/device'
import type { ServiceContext } from '../context/context'
import { readTicket, signTicket } from './ticket'
import { hashOf, newToken } from './tokens'

export type Signing = Pick<ServiceContext, 'settings' | 'clock'>

export interface Device {
  /** What the server knows the browser by, which is never the cookie itself. */
  key: string
  cookie: string
}

const KIND = 'device'

function tokenIn({ settings, clock }: Signing, cookie: string): string | null {
  return readTicket(settings.ticketKey, KIND, cookie, { schema: z.string(), now: clock() })
}

const keyOf = (token: string) => Buffer.from(hashOf(token)).toString('hex')

/**
 * The browser that brings this cookie; null unless it was signed here, so that nobody makes up a new browser for each
 * try and is counted nowhere.
 */
export function deviceOf(ctx: Signing, cookie: string): string | null {
  const token = tokenIn(ctx, cookie)
  return token && keyOf(token)
}

/** The same browser with its cookie prolonged; a new one where the cookie is none. */
export function renewDevice(ctx: Signing, cookie: string): Device {
  const token = tokenIn(ctx, cookie) ?? newToken()
  return {
    key: keyOf(token),
    cookie: signTicket(ctx.settings.ticketKey, KIND, token, deviceEnd(ctx.clock())),
  }
}
