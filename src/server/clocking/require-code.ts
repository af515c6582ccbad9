import 'server-only'
import { AppError } from '@/domain/errors'
import { sessionTopic } from '@/domain/live'
import {
  CODE_DIGITS,
  codeLimits,
  LONG_CODE_DIGITS,
  sessionCodeDigits,
  workCodeDigits,
} from '@/domain/session-code'
import { codeVerdict } from '../auth/shown-code'
import type { ActorContext } from '../context/context'
import { type Occasion, openAt } from '../face-checks/occasion'
import type { Counter, Tally } from '../limits/counters'
import { type Guess, judge } from '../limits/guess'
import { transact } from '../live/publish'
import { logger } from '../logger'

async function digitsOf({ db }: ActorContext, occasion: Occasion, now: Date): Promise<number> {
  const select = { codeGuessedAt: true }
  if (occasion.kind === 'session') {
    const session = await db.classSession.findUnique({ where: { id: occasion.sessionId }, select })
    return session ? sessionCodeDigits(session) : CODE_DIGITS
  }
  const workplace = await db.workplace.findUnique({ where: { id: occasion.placeId }, select })
  return workplace ? workCodeDigits(workplace, now) : CODE_DIGITS
}

/** From now on the code is longer, and whoever shows it is told. */
async function lengthen(ctx: ActorContext, occasion: Occasion): Promise<void> {
  await transact(ctx, async ({ tx, publish, now }) => {
    if (occasion.kind === 'work') {
      await tx.workplace.update({ where: { id: occasion.placeId }, data: { codeGuessedAt: now } })
      return
    }
    const { sessionId } = occasion
    const { count } = await tx.classSession.updateMany({
      where: { id: sessionId, state: 'OPEN', codeGuessedAt: null },
      data: { codeGuessedAt: now },
    })
    if (count > 0) publish([sessionTopic(sessionId)], { type: 'session.changed', sessionId, state: 'OPEN' })
  })
  logger.warn('a code is being guessed', { kind: occasion.kind, id: openAt(occasion) })
}

/** Whose wrong tries are counted: the person's, those of browser and network, and those of everybody at this code. */
function guessOf(ctx: ActorContext, of: string, digits: number): Guess & { beside: Counter[] } {
  return {
    own: { name: 'session code', key: ctx.actor.id },
    most: digits === CODE_DIGITS ? codeLimits.person : codeLimits.personOfGuessed,
    stopping: ctx.device ? [{ name: 'session code device', key: ctx.device }] : [],
    shared: [{ name: 'session code address', key: ctx.address }],
    inCrowd: codeLimits.personOfCrowd,
    beside: [
      { name: 'session code guessed', key: of },
      { name: 'session code guessed in all', key: of },
    ],
  }
}

/**
 * Refuses a code unless it is the one of this moment or the one before it. Once too many wrong ones were tried at it, by
 * whomever, it is a longer one; those that are still on their way are judged no more.
 * @throws AppError `code.run_out` for one of the last minutes, `code.longer` for a short one where it is long,
 * `code.wrong` for any other, `request.too_many`.
 */
export async function requireCode(
  ctx: ActorContext,
  { occasion, code }: { occasion: Occasion; code: string },
  now: Date,
): Promise<void> {
  const of = openAt(occasion)
  const digits = await digitsOf(ctx, occasion, now)
  const longer = new AppError('code.longer', { digits: LONG_CODE_DIGITS })
  if (code.length < digits) throw longer
  const guess = guessOf(ctx, of, digits)
  const { found, tallies } = await judge(ctx.db, guess, () => codeVerdict(ctx, { of, digits }, code, now))
  const atCode = tallies.filter(({ name }) => guess.beside.some((counter) => counter.name === name))
  const reached = ({ points, limit }: Tally) => points >= limit
  if (digits === CODE_DIGITS && atCode.some(reached)) {
    await lengthen(ctx, occasion)
    if (atCode.some(({ before, limit }) => before >= limit)) throw longer
  }
  if (found === null) throw new AppError('code.wrong', { digits })
  if (found === 'run_out') throw new AppError('code.run_out')
}
