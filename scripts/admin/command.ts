import { AppError } from '../../src/domain/errors'
import type { Role } from '../../src/domain/roles'
import { roleSchema } from '../../src/domain/roles-schema'
import type { ServiceContext } from '../../src/server/context/context'
import { handOutReset } from '../../src/server/password-reset/administration'
import { accountByEmail } from '../../src/server/people/list'
import { disableAccount, enableAccount, setRoles } from '../../src/server/people/service'
import { errorLine } from '../../src/server/words/sentences'
import { SetupError } from '../setup/setup-error.mjs'

const USAGE = `Say what to do with which account:
  npm run admin -- roles someone@example.org +ADMIN -TEACHER
  npm run admin -- reset someone@example.org
  npm run admin -- disable someone@example.org
  npm run admin -- enable someone@example.org`

const names = ['roles', 'reset', 'disable', 'enable'] as const

export interface AdminCommand {
  name: (typeof names)[number]
  email: string
  /** Roles to give and to take. */
  give: Role[]
  take: Role[]
}

function readRole(word: string): Role {
  const role = roleSchema.safeParse(word.slice(1))
  if (!role.success)
    throw new SetupError(
      `${word} says no role. They are ${roleSchema.options.join(', ')}, each with + to give or - to take.`,
    )
  return role.data
}

/** What the words of a command line ask for. */
export function readCommand([first, email, ...rest]: readonly string[]): AdminCommand {
  const name = names.find((one) => one === first)
  if (!name || !email?.includes('@')) throw new SetupError(USAGE)
  if ((name === 'roles') !== rest.length > 0) throw new SetupError(USAGE)
  if (rest.some((word) => !/^[+-]/.test(word))) throw new SetupError(USAGE)
  const of = (sign: string) => rest.filter((word) => word.startsWith(sign)).map(readRole)
  return { name, email: email.toLowerCase(), give: of('+'), take: of('-') }
}

const reason = 'On the command line'

async function rolesOf(ctx: ServiceContext, id: string, { give, take, email }: AdminCommand, now: Role[]) {
  const roles = roleSchema.options.filter(
    (role) => give.includes(role) || (now.includes(role) && !take.includes(role)),
  )
  await setRoles(ctx, { userId: id, roles, reason })
  return `${email} is now: ${roles.join(', ') || 'nothing'}.`
}

/** Does it, and says what was done. What cannot be is told in a line. */
export async function obey(ctx: ServiceContext, command: AdminCommand): Promise<string> {
  const { name, email } = command
  try {
    const account = await accountByEmail(ctx, { email })
    const userId = account.id
    if (name === 'roles') return await rolesOf(ctx, userId, command, account.roles)
    if (name === 'disable') {
      await disableAccount(ctx, { userId, reason })
      return `${email} is disabled: signed out everywhere, and let in nowhere until it is enabled again.`
    }
    if (name === 'enable') {
      await enableAccount(ctx, { userId, reason })
      return `${email} can sign in again.`
    }
    const { path } = await handOutReset(ctx, { userId })
    return `Give this to the person, who chooses a new password by it, once, within 24 hours: ${ctx.settings.publicUrl?.replace(/\/$/, '') ?? '<address of this server>'}${path}`
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const unknown = error.code === 'request.not_found'
    throw new SetupError(
      unknown ? `There is no account with the email ${email}.` : errorLine(error.code, error.params),
    )
  }
}
