/** A sign-in counts for so long from its beginning, however busy the person is. */
export const SIGN_IN_HOURS = 8

/** In so many browsers a person is signed in at most: one more ends the one that began first. */
export const MAX_SIGN_INS = 50

/** Everybody who tries a demo is one of a few people. */
export const MAX_DEMO_SIGN_INS = 1000

/** Until when a sign-in that begins now counts. */
export function signInEnd(now: Date): Date {
  return new Date(now.getTime() + SIGN_IN_HOURS * 3_600_000)
}

/**
 * Why a browser is signed in no more, as it is told: signed out in it, from the list in another one, all at once, by a new
 * password, by somebody who signed in in it, by its hours, or by the account.
 */
export const signedOutReasons = [
  'here',
  'elsewhere',
  'everywhere',
  'password',
  'replaced',
  'expired',
  'disabled',
] as const

export type SignedOutReason = (typeof signedOutReasons)[number]

/** What ended each sign-in that was ended, in the words for whoever had it. */
const reasonOf = {
  SIGNED_OUT: 'here',
  REVOKED: 'elsewhere',
  REPLACED: 'replaced',
  EVERYWHERE: 'everywhere',
  PASSWORD: 'password',
  // By an administrator, or with an account that was disabled and is not any more.
  ACCOUNT: 'everywhere',
} as const satisfies Record<string, SignedOutReason>

interface KnownSignIn {
  endedBy: keyof typeof reasonOf | null
  expiresAt: Date
  /** It was begun before every sign-in of the account was ended. */
  outdated: boolean
  disabled: boolean
}

/** Why this sign-in counts no more; null while it does. */
export function whyEnded(signIn: KnownSignIn, now: Date): SignedOutReason | null {
  if (signIn.disabled) return 'disabled'
  if (signIn.endedBy) return reasonOf[signIn.endedBy]
  if (signIn.expiresAt <= now) return 'expired'
  return signIn.outdated ? 'everywhere' : null
}
