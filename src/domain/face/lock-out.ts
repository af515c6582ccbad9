/**
 * How misses in a row slow down whoever tries, so that nobody learns what a face scores by trying: the rule of Clockface
 * itself. A miss is a face that did not match, did not look alive or failed its challenge; a picture that could not be
 * used is none. Durations are whole seconds.
 */
export interface LockRule {
  /** The miss in a row that is followed by the first pause. */
  pauseFrom: number
  /** The first pause; each further miss doubles it. */
  firstPause: number
  longestPause: number
  /** The miss in a row at which the face is switched off; null where nothing is. */
  offAt: number | null
}

export type LockedKind = 'person' | 'pair' | 'device' | 'address'

const HOUR = 60 * 60
const pauses = { firstPause: 30, longestPause: HOUR }

/**
 * A person's own misses; those with their number at one kiosk, where anybody may type it; those on a browser, which a class may share as a kiosk; those from a network, where the
 * browser is not known: behind it may be a whole school.
 */
export const lockRules: Record<LockedKind, LockRule> = {
  person: { pauseFrom: 5, ...pauses, offAt: 50 },
  pair: { pauseFrom: 5, ...pauses, offAt: null },
  device: { pauseFrom: 20, ...pauses, offAt: null },
  address: { pauseFrom: 100, ...pauses, offAt: null },
}

/** Seconds of pause after so many misses in a row; 0 where there is none. */
export function pauseAfter(misses: number, rule: LockRule): number {
  if (misses < rule.pauseFrom) return 0
  return Math.min(rule.longestPause, rule.firstPause * 2 ** (misses - rule.pauseFrom))
}

/** Whether so many misses in a row switch the face off. */
export function switchesOff(misses: number, rule: LockRule): boolean {
  return rule.offAt !== null && misses >= rule.offAt
}

/** Judged tries in a row that are taken for presentation attacks, after which trying again leads nowhere. */
export const NOT_LIVE_TRIES = 3

/** For how long such tries count, in seconds: a person's own, and those at a kiosk, where the next one may be another. */
export const notLiveWindow = { person: HOUR, kiosk: 3 * 60 } as const

/**
 * Whether the camera will go on taking this face for a picture of one, as it does with some people and in some light.
 * @param outcomes of the tries that were judged, latest first.
 */
export function alwaysTakenForPicture(outcomes: readonly string[]): boolean {
  const last = outcomes.slice(0, NOT_LIVE_TRIES)
  return last.length === NOT_LIVE_TRIES && last.every((outcome) => outcome === 'NOT_LIVE')
}

/** Misses in a row, and until when no face is looked at. */
export interface Lock {
  misses: number
  pausedUntil: Date | null
}

export const noLock: Lock = { misses: 0, pausedUntil: null }

/** Whole seconds that are left of a pause, at least 1; 0 where there is none. */
export function secondsLeft(lock: Lock, now: Date): number {
  return lock.pausedUntil ? Math.max(0, Math.ceil((lock.pausedUntil.getTime() - now.getTime()) / 1000)) : 0
}

/**
 * A try that begins counts as a miss until it turns out otherwise, so that many at once gain nothing over one after
 * another.
 */
export function withTry(lock: Lock, rule: LockRule, now: Date): Lock {
  const misses = lock.misses + 1
  const pause = pauseAfter(misses, rule)
  return { misses, pausedUntil: pause === 0 ? null : new Date(now.getTime() + pause * 1000) }
}

/**
 * Somebody walked past who is nobody of the gallery: an attacker may, and so may a hundred visitors. They fill up half
 * of the row that is followed by a pause, and never begin one.
 */
export function withPasserBy(lock: Lock, rule: LockRule): Lock {
  const most = Math.floor(rule.pauseFrom / 2)
  return { ...lock, misses: Math.max(lock.misses, Math.min(lock.misses + 1, most)) }
}

/** Takes back a try that was none: the pause that it began ends, one that another try began since then stays. */
export function withoutTry(lock: Lock, tried: Lock): Lock {
  const own = lock.pausedUntil?.getTime() === tried.pausedUntil?.getTime()
  return { misses: Math.max(0, lock.misses - 1), pausedUntil: own ? null : lock.pausedUntil }
}
