import 'server-only'
import { createTransport } from 'nodemailer'
import type { SendMail } from '../context/context'
import { env } from '../env'

const WAIT_MS = 20_000

const said = (error: unknown, name: string): string =>
  error instanceof Error ? String(Reflect.get(error, name) ?? '') : ''

/** Mail by a server such as `smtp://user:password@mail.example.org:587`. */
export function mailBy({ url, from }: { url: string; from: string }): SendMail {
  const waits = { connectionTimeout: WAIT_MS, greetingTimeout: WAIT_MS, socketTimeout: WAIT_MS }
  const transport = createTransport({ url, ...waits, disableFileAccess: true, disableUrlAccess: true })
  return async (message) => {
    try {
      await transport.sendMail({ from, ...message })
    } catch (error) {
      // The server's own words may hold the address, or the link that it took for a bad one.
      throw new Error(`A mail was not taken: ${said(error, 'code')} ${said(error, 'responseCode')}`.trim())
    }
  }
}

const shared = globalThis as typeof globalThis & { clockfaceMail?: SendMail }

/** The mail server of this installation; null where it has none. */
export function configuredMail(): SendMail | null {
  const { SMTP_URL, MAIL_FROM, CONTACT_EMAIL, PUBLIC_URL } = env()
  if (!SMTP_URL || !PUBLIC_URL) return null
  const from = MAIL_FROM ?? CONTACT_EMAIL ?? `noreply@${new URL(PUBLIC_URL).hostname}`
  shared.clockfaceMail ??= mailBy({ url: SMTP_URL, from })
  return shared.clockfaceMail
}
