/** So many tokens that count a person has at most. */
export const MAX_TOKENS = 20

/** How long a token may count: never without an end. */
export const tokenDays = [7, 30, 90, 365] as const

/** In so many programs a person is signed in at most: one more ends the one that was used longest ago. */
export const MAX_PROGRAMS = 20

/** A row that counts no more is kept so long, so that its owner can see what became of it. */
export const DEAD_DAYS = 30
const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
const ACCESS_MINUTES = 15
const REFRESH_DAYS = 30
const SIGN_IN_DAYS = 365

/** How often the last use of a token is written at most. */
export const USE_MS = MINUTE_MS

/** The moment so many days later, counted in hours: a day is 24 of them here, whatever the clocks do. */
export function daysAfter(at: Date, days: number): Date {
  return new Date(at.getTime() + days * DAY_MS)
}

/** Until when an access token given out now counts. */
export function accessEnd(now: Date): Date {
  return new Date(now.getTime() + ACCESS_MINUTES * MINUTE_MS)
}

/** Until when a refresh token given out now counts: no sign-in of a program goes on for more than a year. */
export function refreshEnd(now: Date, signedInAt: Date): Date {
  const ends = [daysAfter(now, REFRESH_DAYS), daysAfter(signedInAt, SIGN_IN_DAYS)]
  return new Date(Math.min(...ends.map(Number)))
}
