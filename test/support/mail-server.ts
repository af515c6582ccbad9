import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

/** A mail server that keeps what it is given, and the way to it. `refuse` makes it take nothing. */
export async function mailServer() {
  const mails: ParsedMail[] = []
  const state = { refuse: false }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) => done(state.refuse ? new Error('No room') : null),
    onData: (stream, _session, done) => {
      simpleParser(stream)
        .then((mail) => mails.push(mail))
        .then(() => done(), done)
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  const url = `smtp://127.0.0.1:${port}`
  return {
    mails,
    state,
    url,
    /** The path of the link in the newest mail to an address. */
    pathTo(email: string): string {
      const newest = mails.findLast(({ to }) => [to].flat().some((one) => one?.text.includes(email)))
      const link = /https?:\/\/[^/\s]+(\/\S+)/.exec(newest?.text ?? '')
      if (!link?.[1]) throw new Error(`No link was sent to ${email}`)
      return link[1]
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

/** What stands last in a path: the link itself. */
export const linkIn = (path: string | null): string => path?.split('/').at(-1) ?? ''
