import 'server-only'
import { hkdfSync } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { CODE_SECONDS } from '@/domain/session-code'
import type { ServiceContext } from '../context/context'

const STEP_MS = CODE_SECONDS * 1000
/** How many steps back a code is still told apart from one that never was. */
const REMEMBERED_STEPS = 10

type Keyed = Pick<ServiceContext, 'settings'>

/** Of which session or workplace a code is, and how long. */
export interface CodeOf {
  of: string
  digits: number
}

/**
 * RFC 6238 with a secret of the session's or workplace's own. It is derived from the installation's key (HKDF, RFC 5869)
 * and the id: the same in every process, never stored, so no copy of the database gives it away, and of no use to another.
 */
function totpOf(ctx: Keyed, { of, digits }: CodeOf): TOTP {
  const bytes = hkdfSync('sha256', ctx.settings.faceKey, '', `clockface session code ${of}`, 32)
  return new TOTP({
    secret: new Secret({ buffer: bytes }),
    algorithm: 'SHA256',
    digits,
    period: CODE_SECONDS,
  })
}

export interface ShownCode {
  code: string
  validUntil: Date
}

/** The code of a moment, and when the next one comes. */
export function shownCode(ctx: Keyed, which: CodeOf, now: Date): ShownCode {
  const code = totpOf(ctx, which).generate({ timestamp: now.getTime() })
  return { code, validUntil: new Date((Math.floor(now.getTime() / STEP_MS) + 1) * STEP_MS) }
}

/**
 * Whether a code is the one of this moment or the one before it, so that whoever types slowly is not sent back; or one of
 * the last minutes, which somebody who guesses has no use for. Null for any other.
 */
export function codeVerdict(ctx: Keyed, which: CodeOf, code: string, now: Date): 'right' | 'run_out' | null {
  const delta = totpOf(ctx, which).validate({
    token: code,
    timestamp: now.getTime(),
    window: REMEMBERED_STEPS,
  })
  if (delta === null || delta > 0) return null
  return delta < -1 ? 'run_out' : 'right'
}
