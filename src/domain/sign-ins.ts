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
