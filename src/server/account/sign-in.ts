import 'server-only'
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { SignInInput } from '@/domain/account-schema'
import { AppError } from '@/domain/errors'
import { passwordMatches } from '../auth/password'
import type { ServiceContext } from '../context/context'
import { type Guess, isCrowded, judge } from '../limits/guess'
import { forgetTries } from '../limits/limits'
import { inTurn } from '../limits/turns'
import { isKnownDevice } from './devices'

type SignInContext = Pick<ServiceContext, 'db' | 'clock' | 'address' | 'device'>

/** Of one network or browser; a school signs in at the same moment. */
const usualLine = { atOnce: 2, waiting: 500 }
/** Of a network from which too many were wrong: one after the other. */
const slowLine = { atOnce: 1, waiting: 20 }
const SLOW_MS = 1_000
/** Wrong ones for one account from such a network. */
const TRIES_IN_CROWD = 3

interface Account {
  id: string
  sessionVersion: number
}

async function accountOf({ db }: SignInContext, email: string) {
  return db.user.findUnique({ where: { email } })
}

/**
 * What wrong passwords count for. A browser in which the person has signed in before has tries of its own, whatever
 * others do; of any other the account's and the network's are counted after those of both together.
 */
async function guessOf(
  ctx: SignInContext,
  { email, userId }: { email: string; userId: string | undefined },
): Promise<Guess> {
  const { device, address } = ctx
  const now = ctx.clock()
  // Asked for an invented person too, so that an unknown email takes as long as a known one.
  const known = device && (await isKnownDevice(ctx.db, { userId: userId ?? randomUUID(), device, now }))
  if (known) return { own: { name: 'sign-in browser', key: `${email} in ${device}` } }
  return {
    own: { name: 'sign-in account and address', key: `${email} from ${address}` },
    stopping: [{ name: 'sign-in account', key: email }],
    shared: [{ name: 'sign-in address', key: address }],
    inCrowd: TRIES_IN_CROWD,
  }
}

/** The account whose password this is. */
async function matching(
  user: Awaited<ReturnType<typeof accountOf>>,
  password: string,
): Promise<Account | null> {
  const matches = await passwordMatches(user?.passwordHash ?? null, password)
  return user && matches && !user.disabledAt ? user : null
}

/**
 * Checks email and password; the answer and its timing are the same for an unknown email and a wrong password.
 * @throws AppError `auth.wrong_credentials`, `request.too_many`; `server.busy` where too many wait at this address
 */
export async function signIn(ctx: SignInContext, { email, password }: SignInInput): Promise<Account> {
  const user = await accountOf(ctx, email)
  const guess = await guessOf(ctx, { email, userId: user?.id })
  const line = `sign-in ${guess.shared ? ctx.address : guess.own.key}`
  const crowded = await isCrowded(ctx.db, guess)
  const attempt = () =>
    judge(ctx.db, guess, async () => {
      // It has become crowded while this waited: what is still to come goes slowly.
      if (!crowded && (await isCrowded(ctx.db, guess))) throw new AppError('server.busy', { seconds: 5 })
      return matching(user, password)
    })
  const { found } = crowded
    ? await inTurn(`slow ${line}`, slowLine, () => pause(SLOW_MS).then(attempt))
    : await inTurn(line, usualLine, attempt)
  if (!found) throw new AppError('auth.wrong_credentials')
  await forgetTries(ctx.db, guess.own.name, guess.own.key)
  return { id: found.id, sessionVersion: found.sessionVersion }
}
