import { fieldError } from './field-errors'

/** A session's code is shown for so many seconds; each is accepted for as long again after the next has come. */
export const CODE_SECONDS = 30
export const CODE_DIGITS = 6

/** What a code has while somebody guesses at it. */
export const LONG_CODE_DIGITS = 8

/** The one that is shown, and the one before it. */
const RIGHT_AT_ONCE = 2
const HOUR = 60 * 60

/**
 * How many wrong codes are judged, by the rule of Clockface itself. Windows are whole seconds.
 */
export const codeLimits = {
  window: 5 * 60,
  /** Of a person, in a window: and while the code is being guessed. */
  person: 10,
  personOfGuessed: 5,
  /** Of a person, while their network has used up what all behind it have together. */
  personOfCrowd: 1,
  device: 30,
  address: 300,
  /** Of everybody at one code, in a window and in a day: then somebody guesses at it. */
  guessed: 30,
  guessedInAll: 100,
  day: 24 * HOUR,
} as const

/** For how long a workplace's code stays long: it has no end that one could wait for, as a session has. */
const GUESSED_AT_WORK_MS = codeLimits.day * 1000

/** How many digits a session's code has. */
export function sessionCodeDigits({ codeGuessedAt }: { codeGuessedAt: Date | null }): number {
  return codeGuessedAt ? LONG_CODE_DIGITS : CODE_DIGITS
}

/** How many digits the code of a workplace has at this moment. */
export function workCodeDigits({ codeGuessedAt }: { codeGuessedAt: Date | null }, now: Date): number {
  const guessed = codeGuessedAt && now.getTime() - codeGuessedAt.getTime() < GUESSED_AT_WORK_MS
  return guessed ? LONG_CODE_DIGITS : CODE_DIGITS
}

/**
 * The chance that so many people who do nothing else find a session's code once in so many hours, from as many networks as
 * they like: all tries that are judged before the code grows, and then each person's in every window.
 */
export function chanceOfGuessing({ people, hours }: { people: number; hours: number }): number {
  const short = codeLimits.guessedInAll * Math.ceil((hours * HOUR) / codeLimits.day)
  const long = people * codeLimits.personOfGuessed * Math.ceil((hours * HOUR) / codeLimits.window)
  return RIGHT_AT_ONCE * (short / 10 ** CODE_DIGITS + long / 10 ** LONG_CODE_DIGITS)
}

/** What is wrong with the form of a code; null where it has one. */
export function sessionCodeProblem(code: string): string | null {
  if (/^([0-9]{6}|[0-9]{8})$/.test(code)) return null
  const length = code.length > CODE_DIGITS ? LONG_CODE_DIGITS : CODE_DIGITS
  return fieldError('session_code_length', { length })
}

/** What was typed, pasted or scanned, as digits without what people put between them. */
export function normaliseSessionCode(typed: string): string {
  return typed.normalize('NFKC').replace(/[\s-]/g, '')
}
