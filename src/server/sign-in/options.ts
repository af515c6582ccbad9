import 'server-only'
import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { signInSchema } from '@/domain/account'
import { demoRoleSchema } from '@/domain/demo'
import { AppError } from '@/domain/errors'
import { rememberDevice } from '../account/devices'
import { signIn } from '../account/service'
import { addressOf } from '../auth/address'
import { secureCookies, signInSeconds } from '../auth/cookie'
import { deviceKey, keepDeviceCookie } from '../auth/device-cookie'
import { prisma } from '../db/prisma'
import { demoAccount } from '../demo/service'
import { env } from '../env'
import { redeemTicket } from '../face-sign-in/ticket'
import { foreseen } from '../foreseen'
import { logger } from '../logger'
import { serviceContext } from '../process/service-context'
import { mayEnterDemo } from './demo-door'

/** The code goes back to the sign-in form, with the seconds to wait where there are any. */
function signInError(error: unknown): Error {
  const { code, params } = foreseen(error, 'a sign-in failed')
  return new Error(params.seconds === undefined ? code : `${code}:${params.seconds}`)
}

export function authOptions(): NextAuthOptions {
  const { NEXTAUTH_SECRET, PUBLIC_URL } = env()
  if (PUBLIC_URL) process.env.NEXTAUTH_URL = PUBLIC_URL
  else process.env.AUTH_TRUST_HOST = 'true'
  return {
    secret: NEXTAUTH_SECRET,
    session: { strategy: 'jwt', maxAge: signInSeconds },
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
            const account = await signIn({ db: prisma, address: addressOf(headers) }, input.data)
            await rememberDevice(serviceContext(), {
              userId: account.id,
              device: await keepDeviceCookie(serviceContext()),
              userAgent: headers.get('user-agent') ?? '',
            })
            return account
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
            return await redeemTicket(ctx, { ticket: credentials?.ticket ?? '' })
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
          return demoAccount({ db: prisma }, role.data).catch((error: unknown) => {
            throw signInError(error)
          })
        },
      }),
    ],
    callbacks: {
      jwt({ token, user }) {
        if (!user) return token
        return { sub: user.id, sessionVersion: user.sessionVersion, signedInAt: Date.now() }
      },
      // The browser learns who it is from `account.me`; this answer carries nothing but its expiry.
      session: ({ session }) => ({ expires: session.expires }),
    },
  }
}
