import 'server-only'
import { codeLimits } from '@/domain/session-code'

const MINUTE = 60
const HOUR = 60 * MINUTE

/** How often a thing may be done by one key (an account, an address) in a span of time. */
export const limits = {
  // Tight where one person mistypes; what people share stops nobody who has not mistyped themselves.
  'sign-in browser': { points: 10, seconds: 15 * MINUTE },
  'sign-in account and address': { points: 10, seconds: 15 * MINUTE },
  'sign-in account': { points: 100, seconds: 15 * MINUTE },
  'sign-in address': { points: 100, seconds: 15 * MINUTE },
  'sign-up account and address': { points: 5, seconds: HOUR },
  // A whole school enrols from one address on one morning.
  'sign-up address': { points: 1000, seconds: HOUR },
  'current password': { points: 10, seconds: 15 * MINUTE },
  'forgotten password account': { points: 3, seconds: HOUR },
  'forgotten password address': { points: 60, seconds: HOUR },
  'mail to a mailbox': { points: 8, seconds: 24 * HOUR },
  'mail from a network': { points: 1000, seconds: HOUR },
  'mail in all': { points: 3000, seconds: HOUR },
  confirming: { points: 5, seconds: HOUR },
  'new token': { points: 60, seconds: HOUR },
  'join code': { points: 20, seconds: 10 * MINUTE },
  'join code address': { points: 100, seconds: 10 * MINUTE },
  'leader invitation': { points: 60, seconds: HOUR },
  'work invitation': { points: 120, seconds: HOUR },
  'work correction': { points: 60, seconds: 24 * HOUR },
  'kiosk pin': { points: 120, seconds: HOUR },
  'face challenge': { points: 60, seconds: 5 * MINUTE },
  'face check': { points: 20, seconds: 5 * MINUTE },
  // Wrong codes: tight for a person, loose for a browser that many share, looser for a whole school.
  'session code': { points: codeLimits.person, seconds: codeLimits.window },
  'session code device': { points: codeLimits.device, seconds: codeLimits.window },
  'session code address': { points: codeLimits.address, seconds: codeLimits.window },
  // Wrong ones of everybody at one code.
  'session code guessed': { points: codeLimits.guessed, seconds: codeLimits.window },
  'session code guessed in all': { points: codeLimits.guessedInAll, seconds: codeLimits.day },
  'face sign-in': { points: 60, seconds: 10 * MINUTE },
  // Links that are dead: nobody guesses one that is good.
  'account link': { points: 30, seconds: 10 * MINUTE },
  'first admin link': { points: 30, seconds: 10 * MINUTE },
  'kiosk link': { points: 30, seconds: 10 * MINUTE },
  'inspection link': { points: 30, seconds: 10 * MINUTE },
  // With a link that is good: what one inspector reads.
  inspection: { points: 300, seconds: 10 * MINUTE },
  'own data': { points: 10, seconds: HOUR },
  // One person after the other steps up, several a minute.
  'kiosk check': { points: 150, seconds: 5 * MINUTE },
  // Wrong PINs of anybody at one kiosk.
  'kiosk PIN': { points: 30, seconds: 5 * MINUTE },
  // A kiosk that people walk past sends up to four frames a second.
  'kiosk frame': { points: 1500, seconds: 5 * MINUTE },
  'enrolment photo': { points: 40, seconds: 10 * MINUTE },
  // Each may be 40 MB, and is kept until it has been read.
  'roll call photo': { points: 120, seconds: HOUR },
  // Every request of a program, whatever it asks.
  'api person': { points: 600, seconds: MINUTE },
  'api address': { points: 300, seconds: MINUTE },
} as const

export type LimitName = keyof typeof limits
