import 'server-only'
import { hkdfSync } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { AppError } from '@/domain/errors'
import { CODE_DIGITS, CODE_SECONDS } from '@/domain/session-code'
import type { ActorContext, ServiceContext } from '../context/context'
import { countTry, giveTryBack, type LimitName } from '../limits/limits'

const STEP_MS = CODE_SECONDS * 1000
/** How many steps back a code is still told apart from one that never was. */
const REMEMBERED_STEPS = 10

type Keyed = Pick<ServiceContext, 'settings'>

/**
 * RFC 6238 with a secret of the session's or workplace's own. It is derived from the installation's key (HKDF, RFC 5869)
 * and the id: the same in every process, never stored, so no copy of the database gives it away, and of no use to another.
 */
function totpOf(ctx: Keyed, id: string): TOTP {
  const bytes = hkdfSync('sha256', ctx.settings.faceKey, '', `clockface session code ${id}`, 32)
  return new TOTP({
    secret: new Secret({ buffer: bytes }),
    algorithm: 'SHA256',
    digits: CODE_DIGITS,
    period: CODE_SECONDS,
  })
}

export interface ShownCode {
  code: string
  validUntil: Date
}

/** The code of a moment, and when the next one comes. */
export function shownCode(ctx: Keyed, id: string, now: Date): ShownCode {
  const code = totpOf(ctx, id).generate({ timestamp: now.getTime() })
  return { code, validUntil: new Date((Math.floor(now.getTime() / STEP_MS) + 1) * STEP_MS) }
}

function check(ctx: Keyed, id: string, code: string, now: Date): void {
  const delta = totpOf(ctx, id).validate({
    token: code,
    timestamp: now.getTime(),
    window: REMEMBERED_STEPS,
  })
  if (delta === null || delta > 0) throw new AppError('code.wrong')
  if (delta < -1) throw new AppError('code.run_out')
}

/** Whose wrong tries are counted: the person's, and those of the browser, or of the network where it is not known. */
function counters(ctx: ActorContext): Array<[LimitName, string]> {
  const place: [LimitName, string] = ctx.device
    ? ['session code device', ctx.device]
    : ['session code address', ctx.address]
  return [['session code', ctx.actor.id], place]
}

/**
 * Refuses a code unless it is the one of this moment or the one before it, so that whoever types slowly is not sent
 * back. Each try is counted before it is looked at and taken back when it was right, so that many at once gain nothing.
 * @throws AppError `code.run_out` for one of the last minutes, `code.wrong` for any other, `request.too_many`.
 */
export async function requireCode(
  ctx: ActorContext,
  { of, code }: { of: string; code: string },
  now: Date,
): Promise<void> {
  const counted = counters(ctx)
  for (const [name, key] of counted) await countTry(ctx.db, name, key)
  check(ctx, of, code, now)
  for (const [name, key] of counted) await giveTryBack(ctx.db, name, key)
}
