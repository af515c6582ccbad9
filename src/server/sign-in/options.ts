import 'server-only'
import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { signInSchema } from '@/domain/account-schema'
import { demoRoleSchema } from '@/domain/demo-schema'
import { AppError } from '@/domain/errors'
import { SIGN_IN_HOURS } from '@/domain/sign-ins'
import { rememberDevice } from '../account/devices'
import { signIn } from '../account/sign-in'
import { addressOf } from '../auth/address'
import { secureCookies } from '../auth/cookie'
import { deviceKey, keepDeviceCookie } from '../auth/device-cookie'
import { prisma } from '../db/prisma'
import { demoAccount } from '../demo/service'
import { env } from '../env'
import { redeemTicket } from '../face-sign-in/ticket'
import { foreseen } from '../foreseen'
import { logger } from '../logger'
import { serviceContext } from '../process/service-context'
import { mayEnterDemo } from './demo-door'
import { signInHere, signOutHere } from './here'

/** The code goes back to the sign-in form, with the seconds to wait where there are any. */
function signInError(error: unknown): Error {
  const { code, params } = foreseen(error, 'a sign-in failed')
  return new Error(params.seconds === undefined ? code : `${code}:${params.seconds}`)
}

/** Next-auth takes the cookie away whether or not the sign-in could be ended: `onFailed` is told where it could not. */
export function authOptions(onFailed: (error: unknown) => void): NextAuthOptions {
  const { NEXTAUTH_SECRET, PUBLIC_URL } = env()
  if (PUBLIC_URL) process.env.NEXTAUTH_URL = PUBLIC_URL
  else process.env.AUTH_TRUST_HOST = 'true'
  return {
    secret: NEXTAUTH_SECRET,
    session: { strategy: 'jwt', maxAge: SIGN_IN_HOURS * 3600 },
    useSecureCookies: secureCookies(),
    pages: { signIn: '/sign-in', error: '/sign-in' },
    logger: {
      error: (code) => logger.error('next-auth', { code }),
      warn: (code) => logger.debug('next-auth', { code }),
      debug: () => {},
    },
    providers: [
      CredentialsProvider({
        credentials: { email: {}, password: {} },
        async authorize(credentials, request) {
          const input = signInSchema.safeParse({
            email: credentials?.email,
            password: credentials?.password,
          })
          if (!input.success) throw signInError(new AppError('auth.wrong_credentials'))
          try {
            const headers = new Headers(request.headers)
            const services = serviceContext()
            const device = await deviceKey(services)
            const account = await signIn({ ...services, address: addressOf(headers), device }, input.data)
            await rememberDevice(services, {
              userId: account.id,
              device: await keepDeviceCookie(services),
              userAgent: headers.get('user-agent') ?? '',
            })
            return await signInHere(account, 'PASSWORD')
          } catch (error) {
            throw signInError(error)
          }
        },
      }),
      CredentialsProvider({
        id: 'face',
        credentials: { ticket: {} },
        async authorize(credentials) {
          try {
            const ctx = { ...serviceContext(), device: await deviceKey(serviceContext()) }
            const account = await redeemTicket(ctx, { ticket: credentials?.ticket ?? '' })
            return await signInHere(account, 'FACE')
          } catch (error) {
            throw signInError(error)
          }
        },
      }),
      CredentialsProvider({
        id: 'demo',
        credentials: { role: {} },
        async authorize(credentials, request) {
          const role = demoRoleSchema.safeParse(credentials?.role)
          if (!role.success || !mayEnterDemo(new Headers(request.headers)))
            throw signInError(new AppError('demo.gone'))
          try {
            return await signInHere(await demoAccount({ db: prisma }, role.data), 'DEMO')
          } catch (error) {
            throw signInError(error)
          }
        },
      }),
    ],
    callbacks: {
      jwt({ token, user }) {
        if (!user) return token
        return { sub: user.id, signInId: user.signInId }
      },
      // The browser learns who it is from `account.me`; this answer carries nothing but its expiry.
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: { signOut: () => signOutHere().catch(onFailed) },
  }
}
